// What axe does not ask of a page. Each check gives a list of sentences; an empty one is good.
// Called as: (language) => string[], with the language's code and direction.
(language) => {
  const SCRIPTS = {
    Arabic: /\p{Script=Arabic}/u, Bengali: /\p{Script=Bengali}/u, Gurmukhi: /\p{Script=Gurmukhi}/u, Latin: /\p{Script=Latin}/u,
  };
  const SCRIPT_OF = {ar: "Arabic", ur: "Arabic", fa: "Arabic", bn: "Bengali", pa: "Gurmukhi"};
  const all = (wanted, within = document) => [...within.querySelectorAll(wanted)];
  const said = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 110);
  const words = (element) => (element.textContent ?? "").trim();
  const isDrawn = (element) => element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length > 0;
  // Words for the ear only are cut to a pixel on purpose.
  const isForTheEar = (element) => element.closest("[class*=visually-hidden], [aria-hidden=true], .nhsuk-skip-link") !== null;
  const isScroller = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const fields = () => all("input:not([type=hidden], [type=submit]), select, textarea").filter(isDrawn);

  const sideways = () => {
    const root = document.documentElement;
    const found = root.scrollWidth > root.clientWidth ? [`sideways scroll of ${root.scrollWidth - root.clientWidth} px`] : [];
    for (const element of all("body *")) {
      const box = element.getBoundingClientRect();
      const sticks = box.width > 1 && isDrawn(element) && (box.right > root.clientWidth + 1 || box.left < -1);
      if (!sticks || isForTheEar(element) || element.closest("svg")) continue;
      let above = element;
      while (above && !isScroller(above)) above = above.parentElement;
      if (!above) found.push(`out of the window: ${said(element)}`);
    }
    return found.slice(0, 3);
  };

  const cut = () => all("body *").filter((element) => {
    const style = getComputedStyle(element);
    const hides = /hidden|clip/.test(style.overflowY + style.overflowX) && element.clientHeight > 1;
    return hides && words(element) && isDrawn(element) && !isForTheEar(element) && !element.closest("svg")
      && (element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2);
  }).map((element) => `text is cut off: ${said(element)}`);

  // WCAG 1.4.12. A constructed sheet, for the page's policy refuses style elements.
  const withSpacing = (check) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
      p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const found = check().map((each) => `with wide spacing: ${each}`);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    return found;
  };

  // WCAG 2.5.8: at least 24 pixels each way, unless it stands in a sentence.
  const small = () => all("button, input:not([type=hidden]), select, textarea, summary, a[href]").filter((element) => {
    const box = element.getBoundingClientRect();
    const inSentence = element.matches("a") && element.closest("p, dd, td, main li, summary");
    return isDrawn(element) && !isForTheEar(element) && !element.closest("svg") && !inSentence && (box.width < 24 || box.height < 24);
  }).map((element) => `smaller than 24 px: ${said(element)}`);

  const root = () => [
    ...(document.documentElement.lang === language.code ? [] : [`the page says lang="${document.documentElement.lang}"`]),
    ...(document.documentElement.dir === language.direction ? [] : [`the page says dir="${document.documentElement.dir}"`]),
  ];

  // Every text is in the script, and runs the way, of the language it says it is in. Data stands in bdi and time.
  const languages = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement;
      if (holder.closest("script, style, svg, textarea, bdi, time, code, [translate=no]")) continue;
      const marked = holder.closest("[lang]");
      const code = marked?.lang.split("-")[0] ?? "";
      const own = SCRIPT_OF[code] ?? "Latin";
      const foreign = Object.keys(SCRIPTS).filter((name) => name !== own && SCRIPTS[name].test(node.data));
      const isNeeded = own === "Latin" ? foreign.length > 0
        : !SCRIPTS[own].test(node.data) && /\p{Script=Latin}{3}/u.test(node.data.replace(/Kith|NHS|HENRY/g, ""));
      const isOption = holder.matches("option");
      if (isNeeded && !isOption) found.push(`not ${code}: “${node.data.trim().slice(0, 60)}”`);
      const runs = ["ar", "ur", "fa"].includes(code) ? "rtl" : "ltr";
      if (SCRIPTS[own].test(node.data) && !isOption && getComputedStyle(holder).direction !== runs)
        found.push(`${code} runs ${getComputedStyle(holder).direction}: “${node.data.trim().slice(0, 60)}”`);
    }
    return found.slice(0, 5);
  };

  const labels = () => fields().filter((field) => {
    const seen = [...(field.labels ?? [])].some((label) => isDrawn(label) && words(label) && !isForTheEar(label));
    return !seen;
  }).map((field) => `no label to be seen: ${said(field)}`);

  const groups = () => fields().filter((field) => field.matches("[type=radio]")).filter((field) => {
    const group = field.closest("fieldset, [role=radiogroup], [role=group]");
    return !group || !(words(group.querySelector("legend") ?? document.createElement("i")) || group.ariaLabel);
  }).map((field) => `a choice without its question: ${said(field)}`).slice(0, 1);

  const errors = () => {
    const messages = all(".nhsuk-error-message").filter(isDrawn);
    if (!messages.length && !all("[aria-invalid=true]").length) return [];
    const described = new Set(all("[aria-describedby]").flatMap((each) => each.getAttribute("aria-describedby").split(/\s+/)));
    const summary = document.querySelector(".nhsuk-error-summary");
    const loose = all("a", summary ?? document.createElement("i")).filter((link) => !document.querySelector(link.hash || "#?none"
      .replace("?", "")));
    return [
      ...messages.filter((each) => !described.has(each.id)).map((each) => `an error tied to no field: ${said(each)}`),
      ...(summary && isDrawn(summary) && words(summary) ? [] : ["errors, and no summary of them"]),
      ...loose.map((link) => `an error that leads to no field: ${said(link)}`),
      ...(messages.length ? [] : ["a field marked as wrong, and no words"]),
    ];
  };

  const references = () => ["aria-describedby", "aria-labelledby", "aria-controls", "for", "headers"].flatMap((name) =>
    all(`[${name}]`).flatMap((element) => element.getAttribute(name).split(/\s+/)
      .filter((id) => id && !document.getElementById(id)).map((id) => `${name} points to nothing (${id}): ${said(element)}`)));

  const pressable = () => all("[onclick], [class*=button], [role=button], [role=link]").filter((element) =>
    isDrawn(element) && !element.closest("a[href], button, label, summary, [tabindex='0'], svg")
    && !element.querySelector("a[href], button, input, [tabindex='0']")
  ).map((element) => `looks as if it can be pressed, and no key reaches it: ${said(element)}`);

  const skipped = () => all("a[href], button, input:not([type=hidden]), select, textarea, summary")
    .filter((element) => element.tabIndex < 0 && isDrawn(element))
    .map((element) => `taken from the keyboard: ${said(element)}`);

  const forms = () => all("form").filter((form) => !form.querySelector("button:not([type=button]), input[type=submit]"))
    .map((form) => `a form without a button: ${said(form)}`);

  const tables = () => all("table").filter((table) => isDrawn(table) && (!table.querySelector("th")
    || !(words(table.caption ?? document.createElement("i")) || table.getAttribute("aria-labelledby") || table.ariaLabel)))
    .map((table) => `a table without headings or a name: ${said(table)}`);

  const names = () => [
    ...all("button[aria-label], a[aria-label]").filter((element) => {
      const heard = element.ariaLabel.toLowerCase();
      return (words(element).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => !heard.includes(word));
    })
      .map((element) => `is called otherwise than it reads: ${said(element)}`),
    ...all("img[alt]").filter((image) => /\.(jpe?g|png|svg|webp|gif)$|^(image|picture|photo|logo|icon)$/i.test(image.alt.trim()))
      .map((image) => `an alternative that says nothing: ${said(image)}`),
  ];

  const headings = () => all("[class*='nhsuk-heading-']").filter((element) =>
    !element.closest("h1, h2, h3, h4, h5, h6, [role=heading], legend, label, caption"))
    .map((element) => `looks like a heading and is none: ${said(element)}`);

  const order = () => all("body *").filter((element) => {
    const style = getComputedStyle(element);
    return isDrawn(element) && (style.order !== "0" || style.flexDirection.endsWith("reverse"));
  }).map((element) => `is read in another order than it is seen: ${said(element)}`);

  const motion = () => [
    ...document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime > 5000)
      .map((each) => `moves for more than five seconds: ${said(each.effect.target)}`),
    ...all("video[autoplay], audio[autoplay]").map((element) => `starts by itself: ${said(element)}`),
  ];

  return [
    sideways, cut, () => withSpacing(sideways), () => withSpacing(cut), small, root, languages, labels, groups, errors,
    references, pressable, skipped, forms, tables, names, headings, order, motion,
  ].flatMap((check) => check());
}
