// Text with formatting, built as DOM nodes; never as HTML.

import { words } from "./words.js";

const ELEMENTS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
};

/** Make an element with properties and children. */
export function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}

/** Nodes for a text and its entities; `say` sends a command that is pressed. */
export function formatted(text, entities, say) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return between(text, sorted, 0, text.length, say);
}

function between(text, entities, from, to, say) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at) {
      rest = others;
      continue;
    }
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = others.filter((e) => e.offset < end);
    nodes.push(wrapped(entity, between(text, inner, entity.offset, end, say), text.slice(entity.offset, end), say));
    rest = others.filter((e) => e.offset >= end);
    at = end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function wrapped(entity, children, plain, say) {
  if (entity.type === "spoiler") return spoiler(children);
  if (entity.type === "expandable_blockquote") return folded(children);
  if (entity.type === "bot_command") {
    return make("button", { type: "button", className: "command", onclick: () => say(plain) }, ...children);
  }
  if (entity.type === "url" || entity.type === "text_link") {
    return link(entity.url ?? plain, children);
  }
  return make(ELEMENTS[entity.type] ?? "span", {}, ...children);
}

/** A link that opens beside the phone, if it is a web address. */
export function link(address, children, className = "") {
  const safe = /^(https?|mailto|tg):/i.test(address);
  const target = safe ? { href: address, target: "_blank", rel: "noopener noreferrer" } : {};
  return make("a", { className, ...target }, ...children);
}

function spoiler(children) {
  const hidden = make("span", { className: "veil" }, ...children);
  const node = make("span", { className: "spoiler", role: "button", tabIndex: 0 }, hidden);
  node.setAttribute("aria-label", words.hidden);
  hidden.inert = true;
  const reveal = (event) => {
    event.preventDefault();
    node.classList.add("shown");
    hidden.inert = false;
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
    node.removeEventListener("click", reveal);
    node.removeEventListener("keydown", byKey);
  };
  const byKey = (event) => (event.key === "Enter" || event.key === " ") && reveal(event);
  node.addEventListener("click", reveal);
  node.addEventListener("keydown", byKey);
  return node;
}

function folded(children) {
  const body = make("div", { className: "quoted" }, ...children);
  const more = make("button", { type: "button", className: "more" }, words.more);
  const node = make("blockquote", { className: "foldable" }, body, more);
  more.setAttribute("aria-expanded", "false");
  const toggle = () => {
    const open = node.classList.toggle("open");
    more.textContent = open ? words.less : words.more;
    more.setAttribute("aria-expanded", String(open));
  };
  node.addEventListener("click", (event) => {
    const other = event.target.closest("a, button, .spoiler");
    if (other && other !== more) return;
    if (getSelection().isCollapsed && !node.classList.contains("short")) toggle();
  });
  return node;
}

/** Take the "show more" away from quotes that fit anyway; call when the node is on the page. */
export function measure(node) {
  for (const quote of node.querySelectorAll(".foldable:not(.open)")) {
    const body = quote.querySelector(".quoted");
    quote.classList.toggle("short", body.scrollHeight <= body.clientHeight + 2);
  }
}
