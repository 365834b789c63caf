// The contrast ratio of every piece of text on the page with what is behind it.
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const mix = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (node) => {
    const colours = [];
    for (let at = node; at; at = at.parentElement) colours.unshift(getComputedStyle(at).backgroundColor);
    return colours;
  };
  const ratios = {};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    const seen = walker.currentNode.data.trim() && node.checkVisibility({ opacityProperty: true });
    if (!seen || node.closest(".veil, .unseen, script")) continue;
    const back = behind(node);
    const pair = [light(mix(back)), light(mix([...back, getComputedStyle(node).color]))].sort((a, b) => b - a);
    ratios[`${node.className || node.id || node.tagName}: ${walker.currentNode.data.slice(0, 20)}`] =
      (pair[0] + 0.05) / (pair[1] + 0.05);
  }
  return ratios;
}
