// One message as a bubble: its content, its buttons, its reaction.

import { formatted, link, make, measure } from "./text.js";
import { words } from "./words.js";

const clock = new Intl.DateTimeFormat(navigator.language, { hour: "numeric", minute: "2-digit" });
const address = (file) => `/api/files/${encodeURIComponent(file.file_id)}`;

const CONTENT = {
  photo: (message, acts) => picture(message, acts),
  voice: (message) => make("audio", { controls: true, preload: "metadata", src: address(message.voice) }),
  document: ({ document: file }) => make("a", { className: "file", href: address(file), download: file.file_name }, file.file_name),
  sticker: (message) => make("span", { className: "sticker", role: "img", ariaLabel: words.sticker }, message.sticker.emoji ?? "☺"),
  location: ({ location: l }) => make("span", {}, `${words.place} ${l.latitude.toFixed(4)}, ${l.longitude.toFixed(4)}`),
};

/** Show a message in its list item, or bring the item up to date; `acts` says what presses do. */
export function fill(item, message, acts) {
  const { reply_markup: markup, edit_date: edited, ...content } = message;
  const body = JSON.stringify([content, Boolean(edited)]);
  if (item.dataset.body !== body) {
    item.dataset.body = body;
    item.className = `message ${message.from.is_bot ? "theirs" : "mine"}`;
    item.replaceChildren(bubble(message, acts));
    measure(item);
  } else {
    item.querySelector(".keys")?.remove();
  }
  if (markup?.inline_keyboard) item.append(keyboard(message.message_id, markup.inline_keyboard, acts));
  item.classList.toggle("keyed", Boolean(markup?.inline_keyboard));
}

/** Show or take away the small reaction on a message. */
export function react(item, emoji, who) {
  item.querySelector(".reaction")?.remove();
  if (!emoji) return;
  const mark = make("span", { className: "reaction", role: "img" }, emoji);
  mark.setAttribute("aria-label", words.reacted(who, emoji));
  item.querySelector(".bubble").append(mark);
}

function bubble(message, acts) {
  const sender = message.from.is_bot ? message.from.first_name : words.you;
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities;
  const kind = Object.keys(CONTENT).find((name) => name in message);
  const node = make("div", { className: kind ? `bubble ${kind}` : "bubble" });
  node.append(make("span", { className: "unseen" }, `${sender}: `));
  if (message.reply_to_message) node.append(quoted(message.reply_to_message));
  if (kind) node.append(CONTENT[kind](message, acts));
  if (text) node.append(make("div", { className: "text" }, ...formatted(text, entities, acts.say), stamp(message)));
  else node.append(stamp(message));
  return node;
}

function stamp(message) {
  const at = new Date(message.date * 1000);
  const time = make("time", { dateTime: at.toISOString() }, clock.format(at));
  return make("span", { className: "stamp" }, ...(message.edit_date && !message.from.is_bot ? [`${words.edited} `] : []), time);
}

function quoted(message) {
  return make("p", { className: "replied" }, message.text ?? message.caption ?? words.picture);
}

function picture(message, acts) {
  const size = message.photo[message.photo.length - 1];
  const alt = message.caption ?? words.picture;
  const image = make("img", { src: address(size), alt, width: size.width, height: size.height });
  const button = make("button", { type: "button", className: "photo" }, image);
  button.setAttribute("aria-label", `${words.enlarge}: ${alt}`);
  button.addEventListener("click", () => acts.enlarge(image.src, alt));
  return button;
}

function keyboard(messageId, rows, acts) {
  const keys = make("div", { className: "keys" });
  rows.forEach((row, r) => {
    keys.append(make("div", { className: "row" }, ...row.map((button, c) => key(messageId, button, r, c, acts))));
  });
  return keys;
}

function key(messageId, button, row, column, acts) {
  const style = `key ${["primary", "success", "danger"].includes(button.style) ? button.style : ""}`.trim();
  const address = button.url ?? button.web_app?.url ?? button.login_url?.url;
  if (address) return link(address, [`${button.text} ↗`], style);
  const node = make("button", { type: "button", className: style }, button.text);
  node.dataset.place = `${row}.${column}`;
  node.addEventListener("click", () =>
    button.copy_text ? acts.copy(button.copy_text.text) : acts.press(messageId, row, column, node),
  );
  return node;
}
