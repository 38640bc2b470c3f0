// The page of preview: it sends the text to the server a moment after it has
// changed and shows the answer. Nothing is written as markup but the article,
// in a frame that runs no scripts.
"use strict";

const $ = (id) => document.getElementById(id);
const input = $("input");
const options = ["tone", "alt", "pictures"].map($);
let results = null; // the last answer
let pending = null; // the request under way
let timer = 0;

// Rules of the parser, in the words of an editor.
const rules = {
  "ad": "quảng cáo", "auto-alt": "chữ thay ảnh do máy đặt", "breadcrumb": "đường dẫn mục", "byline": "tên tác giả",
  "caption-repeated": "chú thích lặp lại", "caption-variant": "chú thích bản cũ", "comment_form": "khung bình luận",
  "comments": "bình luận", "count": "số đếm", "credit": "tên người chụp", "credit-joined": "nối tên người chụp",
  "date": "ngày giờ", "dateline": "nơi và ngày viết", "follow": "nút theo dõi", "footer_legal": "chân trang",
  "inline-link": "liên kết trong bài", "invalid-utf8": "chữ hỏng mã", "invisible": "ký tự ẩn", "lead-repeated": "sapo lặp lại",
  "list": "danh sách", "meta": "thông tin trang", "nav": "điều hướng", "share": "nút chia sẻ", "source": "nguồn tin",
  "source-tag": "nguồn đầu bài", "tags": "từ khóa", "title-repeated": "tiêu đề lặp lại", "tool": "nút công cụ", "widget": "khung phụ",
};

function element(tag, className, text) {
  const e = document.createElement(tag);
  if (className) e.className = className;
  e.textContent = text;
  return e;
}

function say(text, failed) {
  $("status").textContent = text;
  $("status").classList.toggle("failed", Boolean(failed));
}

// parse asks for the results of what is on the page now. An older question
// that is still open is dropped, so that its answer cannot come last.
async function parse() {
  clearTimeout(timer);
  if (pending) pending.abort();
  const mine = (pending = new AbortController());
  const body = JSON.stringify({
    text: input.value, tone: $("tone").value, alt: $("alt").value,
    pictures: $("pictures").checked, nonce: document.body.dataset.nonce,
  });
  try {
    const answer = await fetch("/parse", { method: "POST", headers: { "Content-Type": "application/json" }, body, signal: mine.signal });
    if (!answer.ok) {
      const reason = (await answer.text()).trim();
      throw new Error(answer.status === 413 ? "văn bản dài quá một megabyte" : reason);
    }
    const got = await answer.json();
    if (pending !== mine) return;
    results = got;
    show();
  } catch (e) {
    if (pending === mine && e.name !== "AbortError") say("Không xem được: " + e.message, true);
  }
}

function show() {
  $("frame").srcdoc = results.page;
  showSource();
  list("notes", results.notes, showNote, "Không có dòng nào bị bỏ hay dời.");
  list("problems", results.problems, showProblem, "Không có gì.");
  say(input.value.trim() === "" ? "Chưa có văn bản."
    : `${results.syllables.toLocaleString("vi")} tiếng, ${results.characters.toLocaleString("vi")} ký tự; ${results.notes.length} ghi chú, ${results.problems.length} điều cần xem lại.`);
}

const showSource = () => { $("source").textContent = results ? results[$("format").value] : ""; };

function list(name, items, make, none) {
  $(name + "-count").textContent = items.length > 0 ? `(${items.length})` : "";
  $(name + "-list").replaceChildren(...(items.length > 0 ? items.map(make) : [element("li", "none", none)]));
}

function showNote(n) {
  const li = element("li", "", "");
  const line = element("button", "", "Dòng " + n.line);
  line.type = "button";
  line.addEventListener("click", () => goTo(n.line));
  li.append(line, " ", element("span", "rule", rules[n.rule] || n.rule), " ", n.dropped ? element("span", "dropped", "đã bỏ") : "", element("p", "text", n.text));
  return li;
}

function showProblem(p) {
  const li = element("li", "", "");
  li.append(p.error ? element("span", "error", "Lỗi: ") : "", p.text, " ", element("span", "path", p.path));
  return li;
}

// goTo selects a line of the text.
function goTo(line) {
  select($("tab-text"), false);
  const lines = input.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((n, s) => n + s.length + 1, 0);
  input.focus();
  input.setSelectionRange(start, start + lines[line - 1].length);
}

async function copy() {
  if (!results) return;
  try {
    await navigator.clipboard.writeText($("source").textContent);
    say("Đã chép.");
  } catch {
    getSelection().selectAllChildren($("source"));
    say("Trình duyệt không cho chép: đã chọn sẵn, nhấn Ctrl + C.", true);
  }
}

function download() {
  if (!results) return;
  const kind = $("format").value;
  const json = kind.startsWith("json");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([results[kind]], { type: json ? "application/json" : "text/html" }));
  link.download = (results.slug || "bai-bao") + { json: ".json", jsonld: ".ld.json", html: ".fragment.html", page: ".html" }[kind];
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// On a narrow screen the panels are tabs, after the pattern of the ARIA
// Authoring Practices; on a wide one they stand side by side.
const wide = matchMedia("(min-width: 70rem)");
const tabs = [...document.querySelectorAll("[role=tab]")];
let current = tabs[0];

function arrange() {
  document.querySelector("[role=tablist]").hidden = wide.matches;
  for (const tab of tabs) {
    const chosen = tab === current;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    const panel = $(tab.getAttribute("aria-controls"));
    panel.hidden = !wide.matches && !chosen;
    if (wide.matches) panel.removeAttribute("role");
    else panel.setAttribute("role", "tabpanel");
  }
}

function select(tab, focus) {
  current = tab;
  arrange();
  if (focus) tab.focus();
}

function key(event) {
  const i = tabs.indexOf(current);
  const to = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  select(tabs[(to + tabs.length) % tabs.length], true);
}

for (const tab of tabs) {
  tab.addEventListener("click", () => select(tab, true));
  tab.addEventListener("keydown", key);
}
wide.addEventListener("change", arrange);
input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(parse, 250); });
addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) parse(); });
for (const option of options) option.addEventListener("change", parse);
$("format").addEventListener("change", showSource);
$("copy").addEventListener("click", copy);
$("download").addEventListener("click", download);
$("sample").addEventListener("click", async () => {
  if (input.value.trim() !== "" && !confirm("Thay văn bản đang có bằng văn bản mẫu?")) return;
  input.value = await (await fetch("/sample.txt")).text();
  parse();
});
arrange();
parse();
