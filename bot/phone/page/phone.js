// The phone: one chat with the bot, as the person who holds it sees it.

import { fill, react } from "./bubbles.js";
import { flyout } from "./flyout.js";
import { act, listen, people } from "./line.js";
import { make, measure } from "./text.js";
import { language, words } from "./words.js";

const MARGIN_PX = 10;
const IN_SIGHT = 0.6; // the newest message begins within this share of the screen
const NEAR_PX = 72;
const TOAST_MS = 2600;
const TOAST_MS_PER_CHARACTER = 45;
const SPIN_MS = 10_000;
const MAX_FILE = 20_000_000;

const $ = (id) => document.getElementById(id);
const log = $("log");
const items = new Map();
const spinning = new Map();
const phone = { person: 0, names: [], bot: {}, blocked: false, unread: 0, pinned: [] };
let hangUp = () => {};
let quiet;

const acts = {
  say: (text) => perform("say", { text }),
  press,
  copy: async (text) => {
    await navigator.clipboard.writeText(text);
    toast(words.copied);
  },
  enlarge: (src, alt) => {
    Object.assign($("picture-image"), { src, alt });
    $("picture").showModal();
  },
};

async function perform(action, args) {
  try {
    return await act(phone.person, action, args);
  } catch {
    toast(words.failed);
    return undefined;
  }
}

async function press(messageId, row, column, button) {
  answer = undefined;
  button.setAttribute("aria-busy", "true");
  const query = await perform("press", { message_id: messageId, row, column });
  if (query === undefined) return button.removeAttribute("aria-busy");
  const stop = () => {
    button.removeAttribute("aria-busy");
    spinning.delete(query);
  };
  if (spinning.get(query) === "answered") return stop();
  spinning.set(query, stop);
  setTimeout(stop, SPIN_MS);
}

// What the server tells.

const CHANGES = {
  message: (message, byBot) => place(message, byBot),
  edited: (message) => place(message, false),
  deleted: ({ message_id: id }) => {
    items.get(id)?.remove();
    items.delete(id);
    phone.pinned = phone.pinned.filter((n) => n !== id);
    showPinned();
    showFrame();
  },
  action: ({ action, seconds }) => showAction(action, seconds),
  toast: ({ text, alert }) => (alert ? showAlert(text) : toast(text)),
  answered: ({ query_id: id }) => {
    const stop = spinning.get(id);
    if (stop instanceof Function) stop();
    else spinning.set(id, "answered"), setTimeout(() => spinning.delete(id), SPIN_MS);
  },
  reaction: ({ message_id: id, emoji }) => items.has(id) && react(items.get(id), emoji, phone.bot.name),
  pinned: ({ message_id: id }) => {
    phone.pinned.push(id);
    showPinned();
  },
  menu: (head) => showHead(head),
  blocked: ({ blocked }) => {
    phone.blocked = blocked;
    showFrame();
  },
};

function change({ kind, by_bot: byBot, body }) {
  const stuck = isInPlace();
  CHANGES[kind]?.(body, byBot);
  if (kind === "message" && !byBot) answer = undefined;
  else if (kind === "message" && !answer?.isConnected) answer = items.get(body.message_id);
  if (stuck || (kind === "message" && !byBot)) toNewest();
  else if (kind === "message") showUnread(phone.unread + 1);
}

function snapshot(state) {
  items.clear();
  log.setAttribute("aria-live", "off");
  $("messages").replaceChildren();
  Object.assign(phone, { blocked: state.blocked, pinned: state.pinned });
  showHead(state.bot);
  state.messages.forEach((message) => place(message, message.from.is_bot));
  for (const [id, emoji] of Object.entries(state.reactions)) CHANGES.reaction({ message_id: Number(id), emoji });
  showAction(state.action, 5);
  showPinned();
  showFrame();
  toNewest();
  requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
}

// What is on the screen.

function place(message, byBot) {
  const known = items.get(message.message_id);
  const item = known ?? make("li");
  const focused = known?.contains(document.activeElement) && document.activeElement.dataset.place;
  if (!known) {
    items.set(message.message_id, item);
    $("messages").append(item);
    if (byBot) showAction("");
    showFrame();
  }
  fill(item, message, acts);
  if (focused) (item.querySelector(`[data-place="${focused}"]`) ?? log).focus({ preventScroll: true });
}

function showHead(head) {
  phone.bot = head;
  document.title = head.name;
  $("name").textContent = $("welcome-name").textContent = head.name;
  $("face").textContent = $("welcome-face").textContent = [...head.name][0] ?? "";
  $("about").textContent = head.about;
  $("commands-button").hidden = head.commands.length === 0;
  $("commands").replaceChildren(
    ...head.commands.map(({ command, description }) =>
      make(
        "button",
        { type: "button", onclick: () => (closeCommands(), $("text").focus(), acts.say(`/${command}`)) },
        make("b", {}, `/${command}`),
        make("span", {}, description),
      ),
    ),
  );
}

function showFrame() {
  const empty = items.size === 0;
  $("welcome").hidden = !empty;
  $("begin").hidden = !(empty || phone.blocked);
  $("begin").textContent = phone.blocked ? words.unblock : words.start;
  $("composer").hidden = !$("begin").hidden;
  showMenu();
}

function showAction(action, seconds = 0) {
  clearTimeout(quiet);
  $("status").textContent = words.doing[action] ?? words.here;
  $("typing").hidden = !(action in words.doing);
  if (action) quiet = setTimeout(() => showAction(""), seconds * 1000);
}

function showPinned() {
  const message = items.get(phone.pinned.at(-1));
  $("pinned").hidden = !message;
  const text = message?.querySelector(".text")?.firstChild.textContent ?? words.picture;
  $("pinned").replaceChildren(make("b", {}, words.pinned), make("span", {}, text));
}

const called = (name) => words.names[name] ?? name;

function showMenu() {
  const choice = ({ id, name }) => {
    const button = make("button", { type: "button", onclick: () => (closeMenu(), (location.hash = id)) }, called(name));
    button.setAttribute("aria-pressed", String(id === phone.person));
    return button;
  };
  const block = make(
    "button",
    { type: "button", className: "grave", onclick: () => (closeMenu(), perform(phone.blocked ? "unblock" : "block")) },
    phone.blocked ? words.unblock : words.block,
  );
  $("menu").replaceChildren(make("p", {}, words.hold), ...phone.names.map(choice), make("hr"), block);
  $("holder").textContent = called(phone.names.find(({ id }) => id === phone.person)?.name ?? "");
}

function showAlert(text) {
  $("alert-text").textContent = text;
  if (!$("alert").open) $("alert").showModal();
}

function toast(text) {
  const note = make("p", {}, text);
  $("toasts").replaceChildren(note);
  setTimeout(() => note.remove(), TOAST_MS + text.length * TOAST_MS_PER_CHARACTER);
}

// Scrolling.

// The newest is at the bottom; but an answer that does not fit is shown from its beginning.

const isNear = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
const isInPlace = () => isNear() || Math.abs(log.scrollTop - placed) < NEAR_PX;
let following = true;
let answer; // the first message shown since the person last did something
let placed = 0;

function toNewest() {
  const bottom = log.scrollHeight - log.clientHeight;
  const newest = $("messages").lastElementChild;
  const inSight = newest ? topOf(newest) - log.clientHeight * IN_SIGHT : 0;
  placed = answer?.isConnected ? Math.min(bottom, Math.max(topOf(answer), inSight)) : bottom;
  log.scrollTop = placed;
  following = true;
  showUnread(0);
}

function topOf(item) {
  return log.scrollTop + item.getBoundingClientRect().top - log.getBoundingClientRect().top - MARGIN_PX;
}

function keepUp() {
  if (following) toNewest();
}

function showUnread(count) {
  phone.unread = count;
  $("newer").hidden = count === 0;
  $("newer").textContent = count ? words.newer(count) : "";
}

log.addEventListener("load", keepUp, true);
log.addEventListener("scroll", () => {
  following = isInPlace();
  if (following) showUnread(0);
});
new ResizeObserver(() => {
  keepUp();
  measure(log);
}).observe(log);
$("newer").addEventListener("click", () => {
  answer = undefined;
  toNewest();
  log.focus({ preventScroll: true });
});
$("pinned").addEventListener("click", () => {
  const item = items.get(phone.pinned.at(-1));
  item.scrollIntoView({ block: "center" });
});

// Writing.

const text = $("text");

function grow() {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + text.offsetHeight - text.clientHeight}px`;
  $("send").disabled = !text.value.trim();
}

$("composer").addEventListener("submit", async (event) => {
  event.preventDefault();
  const draft = text.value;
  if (!draft.trim()) return;
  text.value = "";
  grow();
  if ((await perform("say", { text: draft })) === undefined) {
    text.value = draft + text.value;
    grow();
  }
});
text.addEventListener("input", grow);
text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  $("composer").requestSubmit();
});
$("begin").addEventListener("click", async () => {
  await perform(phone.blocked && items.size ? "unblock" : "start");
  text.focus();
});
$("attach").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", async () => {
  const [file] = $("file").files;
  $("file").value = "";
  if (!file) return;
  if (file.size > MAX_FILE) return toast(words.tooBig);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const content = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  await perform(file.type.startsWith("audio/") ? "send_voice" : "send_photo", { content });
});
$("picture").addEventListener("click", () => $("picture").close());

// Starting up.

const closeMenu = flyout($("menu-button"), $("menu"));
const closeCommands = flyout($("commands-button"), $("commands"));

function label() {
  document.documentElement.lang = language;
  log.setAttribute("aria-label", words.messages);
  $("local").textContent = words.local;
  text.placeholder = words.write;
  $("alert-close").textContent = words.ok;
  const names = { text: "write", send: "send", attach: "attach", "commands-button": "commands", "picture-close": "close" };
  for (const [id, word] of Object.entries(names)) {
    $(id).setAttribute("aria-label", words[word]);
    $(id).title = id === "text" ? "" : words[word];
  }
}

function hold() {
  const wanted = Number(location.hash.slice(1));
  phone.person = phone.names.some(({ id }) => id === wanted) ? wanted : phone.names[0].id;
  hangUp();
  hangUp = listen(phone.person, {
    snapshot,
    change,
    online: (yes) => {
      $("banner").hidden = yes;
      $("banner").textContent = yes ? "" : words.lost;
    },
  });
}

async function begin() {
  label();
  grow();
  try {
    phone.names = await people();
  } catch {
    $("banner").hidden = false;
    $("banner").textContent = words.lost;
    setTimeout(begin, 2000);
    return;
  }
  $("banner").hidden = true;
  addEventListener("hashchange", hold);
  hold();
}

begin();
