"use strict";

const $ = (id) => document.getElementById(id);

// maxBody is the limit of the server, in bytes. What is longer is not sent:
// the server would close the connection before its answer can be read.
const maxBody = 1 << 20;

// Time after the last key until the text is parsed, in milliseconds.
const pause = 250;

let result = null; // the last answer
let pending = null; // the AbortController of the request under way
let timer = 0;

function say(text, isError = false) {
  $("status").textContent = text;
  $("status").classList.toggle("error", isError);
}

// Parsing

function soon() {
  clearTimeout(timer);
  timer = setTimeout(update, pause);
}

// update parses the text. It gives up the request before it, so that an answer
// that comes late never replaces a newer one.
async function update() {
  clearTimeout(timer);
  pending?.abort();
  const request = (pending = new AbortController());
  const text = $("text").value;
  if (text.trim() === "") {
    show(null);
    say("Chưa có văn bản. Hãy dán một bài, hoặc dùng bài mẫu.");
    return;
  }
  try {
    const body = JSON.stringify({ text, tone: $("tone").value, alt: $("alt").value, images: $("images").checked });
    if (new Blob([body]).size > maxBody) {
      throw new Error("Văn bản quá dài: mỗi lần chỉ nhận tối đa 1 MiB.");
    }
    const answer = await fetch("api/parse", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      signal: request.signal,
    });
    if (!answer.ok) throw new Error((await answer.text()).trim());
    const parsed = await answer.json();
    if (request.signal.aborted) return;
    show(parsed);
    const n = parsed.counts;
    say(`Đã phân tích: ${n.syllables} âm tiết, ${n.blocks} khối, ${n.notes} ghi chú, ${n.errors} lỗi, ${n.warnings} cảnh báo.`);
  } catch (err) {
    if (request.signal.aborted) return;
    show(null);
    say(err instanceof TypeError ? "Không liên lạc được với chương trình. Nó còn chạy không?" : err.message, true);
  }
}

// Showing

function show(r) {
  result = r;
  $("notice").textContent = r?.notice ?? "";
  $("notice").hidden = !r?.notice;
  showFrame(r?.preview ?? "");
  showSource();
  showRules();
  showNotes();
  const totals = { notes: r?.counts.notes, problems: r && r.counts.errors + r.counts.warnings };
  for (const name of ["notes", "problems"]) {
    for (const id of [`${name}-count`, `${name}-tab-count`]) $(id).textContent = r ? `(${totals[name]})` : "";
  }
  list("problems", r?.problems ?? [], totals.problems ?? 0, problemItem);
  $("notes-empty").textContent = r ? "Không có dòng nào bị bỏ, gộp hay nối." : "Những dòng được bỏ, gộp hay nối sẽ hiện ở đây.";
  $("problems-empty").textContent = r ? "Không thấy lỗi hay chỗ nào cần xem lại." : "Lỗi và những chỗ nên xem lại sẽ hiện ở đây.";
}

// showFrame puts a document into the frame. It keeps the place that the reader
// has scrolled to.
let scrolled = 0;
function showFrame(doc) {
  const frame = $("frame");
  scrolled = frame.contentWindow?.scrollY ?? 0;
  frame.srcdoc = doc;
}

$("frame").addEventListener("load", () => {
  const doc = $("frame").contentDocument;
  for (const img of doc.images) describe(img);
  $("frame").contentWindow.scrollTo(0, scrolled);
});

// describe shows below an image what else only screen readers tell: its
// alternative text.
function describe(img) {
  const p = img.ownerDocument.createElement("p");
  p.dataset.alt = "";
  if (!img.hasAttribute("alt")) p.textContent = "Không ghi alt: chú thích thay cho nó.";
  else if (img.alt === "") p.textContent = "alt trống: trình đọc màn hình bỏ qua ảnh.";
  else p.textContent = `alt: “${img.alt}”`;
  Object.assign(p.style, { margin: "0", padding: ".3rem .7rem", background: "var(--tint)", color: "var(--soft)", fontSize: ".875rem" });
  img.after(p);
}

// maxShown is how much of a format the page shows, in characters: to lay out more
// takes a browser seconds. Copies and files have all of it.
const maxShown = 50_000;

function source() {
  return result?.[$("format").value] ?? "";
}

function showSource() {
  const all = source();
  const shown = all.length <= maxShown ? all : `${all.slice(0, maxShown)}\n… còn ${all.length - maxShown} ký tự nữa: hãy chép hoặc tải về.`;
  $("source").textContent = shown;
  $("copy").disabled = $("download").disabled = all === "";
}

// showRules offers the rules of the notes to choose one. The choice stays as long
// as there are notes of it.
function showRules() {
  const rules = result?.rules ?? [];
  const chosen = $("rule").value;
  const option = (text, value) => new Option(text, value, false, value === chosen);
  $("rule").replaceChildren(option("Tất cả", ""), ...rules.map((r) => option(`${r.label} (${r.count})`, r.rule)));
  $("rules").hidden = rules.length < 2;
}

function showNotes() {
  const chosen = $("rule").value;
  const total = chosen === "" ? result?.counts.notes : result.rules.find((r) => r.rule === chosen).count;
  const notes = (result?.notes ?? []).filter((n) => chosen === "" || n.rule === chosen);
  list("notes", notes, total ?? 0, noteItem);
}

// list fills a list, of which there are total entries. item makes the element of an entry.
function list(name, entries, total, item) {
  const elements = entries.map(item);
  if (total > entries.length) elements.push(element("li", "hint", `… và ${total - entries.length} mục nữa`));
  $(`${name}-list`).replaceChildren(...elements);
  $(`${name}-list`).hidden = entries.length === 0;
  $(`${name}-empty`).hidden = entries.length > 0;
}

function element(tag, className, text) {
  const e = document.createElement(tag);
  e.className = className;
  e.textContent = text;
  return e;
}

function noteItem(n) {
  const li = document.createElement("li");
  const button = element("button", "line", `Dòng ${n.line}`);
  button.type = "button";
  button.title = "Chọn dòng này trong văn bản";
  button.addEventListener("click", () => selectLine(n.line));
  const label = element("strong", "", n.label);
  label.title = n.rule;
  li.append(button);
  if (n.dropped) li.append(element("span", "kind", "Đã bỏ"));
  li.append(label);
  li.append(element("p", "excerpt", n.text));
  return li;
}

function problemItem(p) {
  const li = document.createElement("li");
  li.append(element("span", p.error ? "kind error" : "kind", p.error ? "Lỗi" : "Cảnh báo"));
  li.append(element("strong", "", p.label));
  const text = [p.detail, p.path].filter((s) => s !== "").join(" – ");
  if (text !== "") li.append(element("p", "", text));
  return li;
}

function selectLine(line) {
  const lines = $("text").value.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  const text = $("text");
  text.focus();
  text.setSelectionRange(start, start + lines[line - 1].length);
  // Browsers scroll to a selection only when something is typed. Where the
  // line stands, a box with the text before it tells.
  const box = document.createElement("textarea");
  box.value = text.value.slice(0, start);
  box.tabIndex = -1;
  Object.assign(box.style, { position: "absolute", visibility: "hidden", minHeight: "0", height: "0", width: `${text.clientWidth}px`, lineHeight: "1.55" });
  text.after(box);
  text.scrollTop = box.scrollHeight - text.clientHeight / 2;
  box.remove();
}

// Copying and saving

async function copy() {
  const option = $("format").selectedOptions[0];
  try {
    await navigator.clipboard.writeText(source());
    say(`Đã chép ${option.text}.`);
  } catch {
    $("source").textContent = source(); // all of it, to be selected
    getSelection().selectAllChildren($("source"));
    $("source").focus();
    say("Trình duyệt không cho chép. Mã đã được chọn: hãy nhấn Ctrl + C.", true);
  }
}

const files = {
  json: ["bai.json", "application/json"],
  html: ["bai.html", "text/html"],
  page: ["trang.html", "text/html"],
  jsonld: ["bai.jsonld", "application/ld+json"],
};

function download() {
  const [name, type] = files[$("format").value];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([source()], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // the browser has taken it by then
  say(`Đã lưu ${name}.`);
}

// Tabs (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/)

const tabs = [...document.querySelectorAll("[role=tab]")];
const wide = matchMedia("(min-width: 68rem)"); // preview.css has the same width
let selected = tabs[0];

// layout shows the selected panel alone. On a wide screen the article stands beside
// it always, and has no tab.
function layout() {
  const [article, code] = tabs;
  article.hidden = wide.matches;
  if (article.hidden && selected === article) selected = code;
  for (const tab of tabs) {
    const isSelected = tab === selected;
    tab.setAttribute("aria-selected", isSelected);
    tab.tabIndex = isSelected ? 0 : -1;
    const panel = $(tab.getAttribute("aria-controls"));
    panel.hidden = !isSelected && !tab.hidden;
    if (tab.hidden) panel.removeAttribute("role");
    else panel.setAttribute("role", "tabpanel");
  }
}

function select(tab) {
  selected = tab;
  layout();
}

function move(event) {
  const shown = tabs.filter((tab) => !tab.hidden);
  const i = shown.indexOf(selected);
  const to = { ArrowLeft: i - 1, ArrowRight: i + 1, Home: 0, End: shown.length - 1 }[event.key];
  if (to === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  select(shown.at(to % shown.length));
  selected.focus();
}

// Events

$("text").addEventListener("input", soon);
for (const id of ["tone", "alt", "images"]) $(id).addEventListener("change", update);
$("format").addEventListener("change", showSource);
$("rule").addEventListener("change", showNotes);
$("copy").addEventListener("click", copy);
$("download").addEventListener("click", download);
$("form").addEventListener("submit", (event) => {
  event.preventDefault(); // the policy of the page lets no form be sent
  update();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    update();
  }
});
$("sample").addEventListener("click", async () => {
  try {
    const answer = await fetch("sample.txt");
    $("text").value = await answer.text();
    update();
  } catch {
    say("Không liên lạc được với chương trình. Nó còn chạy không?", true);
  }
});
$("clear").addEventListener("click", () => {
  $("text").value = "";
  $("text").focus();
  update();
});
for (const tab of tabs) tab.addEventListener("click", () => select(tab));
$("tabs").addEventListener("keydown", move);
wide.addEventListener("change", layout);
layout();
if ($("text").value !== "") update(); // the browser may restore it
