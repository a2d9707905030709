// What is wrong with the page as it stands in the browser now: a list of [name, detail].
const problems = [];
const say = (name, detail) => problems.push([name, String(detail).slice(0, 160)]);
const isShown = (element) => element.getClientRects().length > 0;
const all = [...document.querySelectorAll("body, body *")].filter(isShown);
const label = (element) => `<${element.tagName.toLowerCase()}> ${element.textContent.trim().slice(0, 60)}`;

// Words about the page.
if (!document.documentElement.lang) say("lang", "html has no lang");
if (!document.title.trim()) say("title", "the page has no title");
const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) say("id", `${id} twice`);
let level = 0;
for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
  const own = Number(heading.tagName[1]);
  if (own > level + 1 || (own === 1 && level > 0)) say("headings", label(heading));
  level = own;
}
if (level === 0) say("headings", "there is none");
for (const table of document.querySelectorAll("table")) {
  if (!table.querySelector("thead th[scope=col]")) say("table-head", label(table));
}

// Nothing is wider than the page, nothing is cut off.
const width = window.innerWidth;
if (document.scrollingElement.scrollWidth > width) {
  say("overflow", `${document.scrollingElement.scrollWidth} of ${width}`);
}
const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
for (const element of all) {
  const box = element.getBoundingClientRect();
  let inBox = false;
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    if (outer !== document.documentElement && scrolls(outer)) inBox = true;
  }
  if (!inBox && (box.left < -0.5 || box.right > width + 0.5)) say("outside", label(element));
  const style = getComputedStyle(element);
  const isCut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
  if (isCut && [style.overflowX, style.overflowY].some((value) => ["hidden", "clip"].includes(value))
    && !element.closest("svg")) say("clipped", label(element));
  if (scrolls(element) && element.scrollWidth > element.clientWidth + 1 && element.tabIndex < 0) {
    say("scroll-focus", label(element));
  }
}

// Colours.
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const rgba = (color) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const light = (color) => {
  const [r, g, b] = rgba(color).slice(0, 3).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
const isPaint = (color) => color !== "none" && rgba(color)[3] > 0;
const ground = isPaint(getComputedStyle(document.documentElement).backgroundColor)
  ? getComputedStyle(document.documentElement).backgroundColor
  : isPaint(getComputedStyle(document.body).backgroundColor)
    ? getComputedStyle(document.body).backgroundColor
    : canvasColor;
// The uppermost paint behind a place.
const behind = (x, y, own) => {
  for (const element of document.elementsFromPoint(x, y)) {
    if (element === own || element.tagName === "text") continue;
    const style = getComputedStyle(element);
    const paint = element instanceof SVGGeometryElement ? style.fill : style.backgroundColor;
    if (isPaint(paint)) return paint;
  }
  return ground;
};
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = texts.nextNode(); node; node = texts.nextNode()) {
  const element = node.parentElement;
  if (!node.data.trim() || !isShown(element) || ["TITLE", "STYLE", "SCRIPT"].includes(element.tagName.toUpperCase())) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  const box = [...range.getClientRects()].find((rect) => rect.width > 0);
  if (!box) continue;
  const style = getComputedStyle(element);
  const color = element.closest("svg") ? style.fill : style.color;
  const found = contrast(color, behind(box.x + box.width / 2, box.y + box.height / 2, element));
  if (found < 4.5) say("contrast", `${found.toFixed(2)}: ${node.data.trim()}`);
}

// Plots.
for (const svg of document.querySelectorAll("svg")) {
  if (svg.getAttribute("role") !== "img") say("svg-role", label(svg));
  const named = (svg.getAttribute("aria-labelledby") || "").split(" ").map((id) => document.getElementById(id));
  for (const tag of ["title", "desc"]) {
    const own = svg.querySelector(`:scope > ${tag}`);
    if (!own || !own.textContent.trim() || !named.includes(own)) say(`svg-${tag}`, label(svg));
  }
  const after = [...document.querySelectorAll("table, h1, h2")].find(
    (element) => svg.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (!after || after.tagName !== "TABLE") say("svg-table", label(svg));
  if (!isShown(svg)) continue;
  const frame = svg.getBoundingClientRect();
  const placed = [...svg.querySelectorAll("text")].map((text) => [text, text.getBoundingClientRect()]);
  for (const [text, box] of placed) {
    if (box.left < frame.left - 0.5 || box.right > frame.right + 0.5 || box.top < frame.top - 0.5
      || box.bottom > frame.bottom + 0.5) say("svg-outside", text.textContent);
    const size = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
    if (size < 11) say("svg-small", `${size.toFixed(1)} px: ${text.textContent}`);
  }
  placed.forEach(([text, box], place) => {
    for (const [other, near] of placed.slice(place + 1)) {
      if (box.left < near.right - 0.5 && near.left < box.right - 0.5 && box.top < near.bottom - 0.5
        && near.top < box.bottom - 0.5) say("svg-overlap", `${text.textContent} on ${other.textContent}`);
    }
  });
  // The lines of the axis and the area of noise only carry what stands out beside them.
  const isCarrier = (element) => /plot-(grid|noise)/.test(element.closest("g")?.outerHTML.split(">")[0] || "");
  const areas = [...svg.querySelectorAll("rect")].map((rect) => getComputedStyle(rect).fill).filter(isPaint);
  for (const mark of svg.querySelectorAll("polyline, circle, polygon, path, line")) {
    const style = getComputedStyle(mark);
    const color = isPaint(style.stroke) ? style.stroke : style.fill;
    if (isCarrier(mark)) continue;
    for (const paint of new Set([ground, ...areas])) {
      if (contrast(color, paint) < 3) say("svg-contrast", `${color} on ${paint}`);
    }
  }
}
return problems;
