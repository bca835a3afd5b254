// Watches where the keyboard goes. Called once, before the first Tab; then `window.kithFocus()` after each.
() => {
  const PARTS = [null, "::before", "::after"];
  const WATCHED = ["boxShadow", "backgroundColor", "borderTopColor", "borderTopWidth", "borderBottomWidth", "textDecorationLine",
    "color"];
  const isDrawn = (element) => element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length > 0;
  const said = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 110);
  const around = (element) => [element, ...(element.labels ?? [])];
  const look = (element) => around(element).flatMap((each) => PARTS.map((part) => {
    const style = getComputedStyle(each, part);
    const outline = style.outlineStyle === "none" || style.outlineWidth === "0px" ? "" : style.outline;
    return outline + WATCHED.map((name) => style[name]).join(";");
  })).join("|");
  const key = (element) => element.type === "radio" ? `${element.form?.action} ${element.name}` : element;
  // The next Tab starts at the head, wherever the focus was put; nothing has it while the looks are taken.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.blur();
  document.body.removeAttribute("tabindex");
  window.scrollTo({top: 0, behavior: "instant"});

  const wanted = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
    .filter((element) => !element.disabled && element.tabIndex >= 0 && isDrawn(element));
  const before = new Map(wanted.map((element) => [element, look(element)]));
  const reached = new Set();
  let last = null;

  const isSeen = (element) => around(element).some((each) => [...each.getClientRects()].some((box) =>
    [[.5, .5], [.1, .5], [.9, .5], [.5, .2], [.5, .8]].some(([x, y]) => {
      const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return hit && around(element).some((mine) => mine.contains(hit));
    })));

  // The window follows the focus in the frames after it.
  const isSeenSoon = async (element) => {
    for (let frame = 0; frame < 30; frame += 1) {
      if (isSeen(element)) return true;
      await new Promise(requestAnimationFrame);
    }
    return false;
  };

  window.kithFocus = async () => {
    const element = document.activeElement;
    if (!element || element === document.body || reached.has(element) && element !== last)
      return {isOver: true, faults: wanted.filter((each) => !reached.has(each) && !reached.has(key(each)))
        .map((each) => `no key leads to it: ${said(each)}`)};
    if (element === last) return {isOver: true, faults: [`the keyboard cannot leave it: ${said(element)}`]};
    const faults = [];
    if (!reached.size && !(element.hash && document.querySelector(element.hash)?.matches("main")))
      faults.push(`the first key does not lead past the head of the page: ${said(element)}`);
    if (!await isSeenSoon(element)) faults.push(`hidden while it has the focus: ${said(element)}`);
    if (before.has(element) && before.get(element) === look(element)) faults.push(`does not show the focus: ${said(element)}`);
    reached.add(element).add(key(element));
    last = element;
    return {isOver: false, faults};
  };
}
