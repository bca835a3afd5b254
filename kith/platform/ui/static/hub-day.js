// A hub day on a device: takes it along while there is a network, and keeps the register where there is none.
// All words stand in the page itself, in its templates; this script has none.
(() => {
  const root = document.getElementById("hub-day");
  const { packAddress, entriesAddress, workerAddress, pageAddress } = root.dataset;
  const NAMES_A_PAGE = Number(root.dataset.names);
  const SHORTEST_PIN = 6;
  const EACH = 20000;
  const { sent, asked } = sending;
  const find = (selector, within = root) => within.querySelector(selector);
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  let open = null; // the day while it is open: its key is nowhere else
  let release = null; // gives back the right of this window to hold it
  let shown = { session: 0, page: 0 };
  let touched = Date.now();
  let turn = Promise.resolve();

  // Taps are noted one after the other, in the order in which they were made.
  const inTurn = (work) => (turn = turn.then(work, work));

  function show(name) {
    for (const each of root.querySelectorAll("[data-screen]")) each.hidden = each.dataset.screen !== name;
    find(`[data-screen="${name}"] h1`)?.focus();
  }

  function say(name, text) {
    const words = name ? find(`template[data-words="${name}"]`).content.textContent.trim() : "";
    find("[data-status]").textContent = text ?? words;
  }

  function trouble(screen, name, text) {
    const place = find(`[data-screen="${screen}"] [data-trouble]`);
    place.textContent = text || (name ? find(`template[data-words="${name}"]`).content.textContent.trim() : "");
    place.hidden = !place.textContent;
  }

  // --- taking the day along -------------------------------------------------------------------------------------------
  function isEasy(pin) {
    return /^(.)\1*$/.test(pin) || "01234567890".includes(pin) || "09876543210".includes(pin);
  }

  async function installed() {
    const registration = await navigator.serviceWorker.register(workerAddress, { scope: pageAddress });
    const coming = registration.installing || registration.waiting;
    if (coming) {
      await new Promise((resolve, reject) => {
        const look = () => {
          if (coming.state === "activated") resolve();
          if (coming.state === "redundant") reject(new Error("redundant"));
        };
        coming.addEventListener("statechange", look);
        look();
      });
    }
    await navigator.storage?.persist?.();
  }

  async function prepare(pin) {
    const [venue, on] = location.hash.slice(1).split("/");
    trouble("prepare");
    find('[data-screen="prepare"] [data-waits]').hidden = false;
    try {
      await installed();
      const made = await vault.newKey(pin);
      const given = await asked(packAddress, { venue: Number(venue), on, key: crypto.randomUUID() });
      await hold();
      open = await vault.fill(given, made);
      history.replaceState(null, "", pageAddress);
      entered();
    } catch (fault) {
      trouble("prepare", nameOf(fault, pin ? "not_prepared" : "no_passkey"), fault.why);
    } finally {
      find('[data-screen="prepare"] [data-waits]').hidden = true;
    }
  }

  function nameOf(fault, otherwise) {
    if (fault.status === 403) return "sign_in";
    if (fault.status === 404) return "not_yours";
    return fault instanceof TypeError ? "no_network" : otherwise;
  }

  // --- opening and closing --------------------------------------------------------------------------------------------
  // One window holds the day at a time: two would number their taps alike.
  function hold() {
    if (release) return Promise.resolve(true);
    return new Promise((resolve) => {
      navigator.locks.request("kith-hub-day-open", { ifAvailable: true }, (lock) => {
        resolve(Boolean(lock));
        return lock && new Promise((done) => (release = done));
      });
    });
  }

  async function unlock(pin) {
    trouble("locked");
    if (await endIfOver()) return;
    if (!(await hold())) return trouble("locked", "other_window");
    let opened = null;
    try {
      opened = await vault.open(pin);
    } catch {
      return trouble("locked", "no_passkey");
    }
    if (opened) {
      open = opened;
      return entered();
    }
    if (!(await vault.kept("meta"))) return begin();
    trouble("locked", "wrong_pin", `${find('template[data-words="wrong_pin"]').content.textContent.trim()} ${numbers.format(await vault.triesLeft())}`);
  }

  function entered() {
    touched = Date.now();
    shown = { session: 0, page: 0 };
    draw();
    show("day");
    send();
  }

  function close() {
    open = null;
    release?.();
    release = null;
    for (const list of ["rows", "pages", "sessions", "turns"]) find(`[data-${list}]`).replaceChildren();
    find("[data-venue]").textContent = find("[data-day]").textContent = "";
  }

  async function endIfOver() {
    if (!(await vault.kept("meta")) || !(await vault.isOver())) return false;
    close();
    await vault.wipeDay();
    await over();
    return true;
  }

  async function over() {
    show("over");
    await count();
    if ((await vault.queue()).length) return send();
    await vault.wipeAll();
    find("[data-left]").hidden = true;
  }

  async function begin() {
    if (await endIfOver()) return;
    const meta = await vault.kept("meta");
    if (meta) {
      find("[data-by-pin]").hidden = Boolean(meta.credential);
      find("[data-by-passkey]").hidden = !meta.credential;
      show("locked");
    } else if (location.hash.length > 1) {
      show("prepare");
      const hasPasskeys = await window.PublicKeyCredential?.isUserVerifyingPlatformAuthenticatorAvailable?.();
      find('[data-act="prepare-passkey"]').hidden = !hasPasskeys;
    } else {
      show((await vault.queue()).length ? "over" : "nothing");
    }
    await count();
    send();
  }

  // --- sending --------------------------------------------------------------------------------------------------------
  async function count() {
    const waiting = (await vault.queue()).length;
    for (const each of root.querySelectorAll("[data-to-send]")) each.textContent = numbers.format(waiting);
    return waiting;
  }

  async function send(options = {}) {
    const meta = await vault.kept("meta");
    if (!meta && !(await vault.queue()).length) return;
    find("[data-sign-in]").hidden = true;
    try {
      const outcome = await sent(entriesAddress, meta?.device, { wantsPack: Boolean(open), ...options });
      await learned(outcome);
    } catch (fault) {
      const name = nameOf(fault, "not_sent");
      find("[data-sign-in]").hidden = name !== "sign_in";
      say(name, fault.why || undefined);
      await count();
      return false;
    }
    return true;
  }

  async function learned(outcome) {
    const left = await count();
    const codes = Object.values(outcome.became);
    say(codes.some((code) => code === "conflict" || code === "set_aside") ? "to_look_at" : codes.includes("refused") ? "refused" : "sent");
    if (outcome.withdrawn) {
      close();
      await (left ? vault.wipeDay() : vault.wipeAll());
      return show("withdrawn");
    }
    if (outcome.pack && open) await inTurn(() => refreshed(outcome.pack));
    if (!(await vault.kept("meta")) && !left) {
      await vault.wipeAll();
      find("[data-left]").hidden = true;
    }
  }

  // The register as it stands now; what was tapped since and is not sent yet stays on top of it.
  async function refreshed(pack) {
    if (!open) return;
    const waiting = new Set((await vault.queue()).map((entry) => entry.key));
    const unsent = (noted = {}) => Object.fromEntries(Object.entries(noted).filter(([, each]) => waiting.has(each.key)));
    await vault.rewrite(open, { ...open.day, pack, marks: unsent(open.day.marks), moved: unsent(open.day.moved) });
    draw();
  }

  // --- the day --------------------------------------------------------------------------------------------------------
  function note(said, after) {
    touched = Date.now();
    return inTurn(async () => {
      if (!open) return;
      await vault.note(open, said, after);
      draw();
      await count();
      say("noted");
      setTimeout(send, 500);
    });
  }

  const session = () => open.day.pack.sessions[shown.session];
  const standing = (row) => open.day.marks[row.booking]?.wanted ?? row.stands;
  const standingTurn = (turn) => open.day.moved?.[turn.id]?.wanted ?? turn.stands;

  function mark(row, wanted) {
    const said = { kind: "attendance", session: session().id, booking: row.booking, wanted, seen: row.stands };
    note(said, (day, key) => ({ ...day, marks: { ...day.marks, [row.booking]: { wanted, key } } }));
  }

  function step(turn, wanted) {
    const said = { kind: "turn", session: session().id, turn: turn.id, wanted, seen: standingTurn(turn) };
    note(said, (day, key) => ({ ...day, moved: { ...day.moved, [turn.id]: { wanted, key } } }));
  }

  function arrive(kind) {
    const { id } = session();
    note({ kind: "arrivals", session: id, [kind]: 1 }, (day, key) => ({
      ...day,
      came: { ...day.came, [id]: [...(day.came[id] ?? []), { key, kind }] },
    }));
  }

  function takeBackArrival() {
    const { id } = session();
    const last = open.day.came[id]?.at(-1);
    if (!last) return;
    note({ kind: "arrivals_back", of: last.key }, (day) => ({ ...day, came: { ...day.came, [id]: day.came[id].slice(0, -1) } }));
  }

  function handOut(page, language) {
    note({ kind: "hand_out", page, language }, (day, key) => ({ ...day, given: [...day.given, { key, page, language }] }));
  }

  function takeBackHandOut() {
    const last = open.day.given.at(-1);
    if (last) note({ kind: "hand_out_back", of: last.key }, (day) => ({ ...day, given: day.given.slice(0, -1) }));
  }

  function draw() {
    if (!open) return;
    const { pack } = open.day;
    shown.session = Math.min(shown.session, pack.sessions.length - 1);
    find("[data-venue]").textContent = pack.venue;
    find("[data-day]").textContent = pack.day;
    drawSessions(pack.sessions);
    drawRows(session().rows);
    drawTurns(session().turns);
    drawArrivals(open.day.came[session().id] ?? []);
    drawPages(pack.pages, open.day.given);
  }

  function drawSessions(sessions) {
    const made = sessions.map((each, at) => {
      const item = find("#hub-session").content.cloneNode(true);
      const button = find("button", item);
      button.textContent = `${each.when} ${each.title}`;
      button.setAttribute("aria-pressed", String(at === shown.session));
      button.dataset.session = at;
      return item;
    });
    find("[data-sessions]").replaceChildren(...made);
  }

  function drawRows(rows) {
    const pages = Math.max(1, Math.ceil(rows.length / NAMES_A_PAGE));
    shown.page = Math.min(shown.page, pages - 1);
    const first = shown.page * NAMES_A_PAGE;
    find("[data-rows]").replaceChildren(...rows.slice(first, first + NAMES_A_PAGE).map(drawnRow));
    find("[data-nobody]").hidden = rows.length > 0;
    find("[data-paging]").hidden = pages < 2;
    find("[data-page]").textContent = `${numbers.format(shown.page + 1)} / ${numbers.format(pages)}`;
    find('[data-act="page-back"]').disabled = shown.page === 0;
    find('[data-act="page-on"]').disabled = shown.page === pages - 1;
  }

  function drawnRow(row) {
    const item = find("#hub-row").content.cloneNode(true);
    const stands = standing(row);
    find("[data-name]", item).textContent = row.name;
    find("[data-facts]", item).textContent = row.facts.join(" · ");
    find("[data-unsent]", item).hidden = !(row.booking in open.day.marks);
    for (const tag of item.querySelectorAll("[data-stands]")) tag.hidden = tag.dataset.stands !== stands;
    for (const button of item.querySelectorAll("[data-mark]")) {
      button.hidden = !button.dataset.from.split(" ").includes(stands);
      button.dataset.booking = row.booking;
      find("[data-whom]", button).textContent = row.name;
    }
    return item;
  }

  function drawTurns(turns) {
    const made = turns.map((turn) => {
      const item = find("#hub-turn").content.cloneNode(true);
      const stands = standingTurn(turn);
      find("[data-name]", item).textContent = turn.name;
      find("[data-when]", item).textContent = turn.when;
      find("[data-unsent]", item).hidden = !(turn.id in (open.day.moved ?? {}));
      for (const tag of item.querySelectorAll("[data-stands]")) tag.hidden = tag.dataset.stands !== stands;
      for (const button of item.querySelectorAll("[data-step]")) {
        button.hidden = !button.dataset.from.split(" ").includes(stands) || ("booked" in button.dataset && !turn.booked);
        button.dataset.turn = turn.id;
        find("[data-whom]", button).textContent = turn.name;
      }
      return item;
    });
    find("[data-turns]").replaceChildren(...made);
    find("[data-has-turns]").hidden = !turns.length;
  }

  function drawArrivals(taps) {
    for (const place of root.querySelectorAll("[data-came]")) {
      place.textContent = numbers.format(taps.filter((tap) => tap.kind === place.dataset.came).length);
    }
    find('[data-act="arrival-back"]').disabled = !taps.length;
  }

  function drawPages(pages, given) {
    const made = pages.flatMap(({ page, titles }) =>
      titles.map(({ language, text, dir }) => {
        const item = find("#hub-page").content.cloneNode(true);
        const title = find("[data-title]", item);
        Object.assign(title, { textContent: text, lang: language, dir });
        find("[data-given]", item).textContent = numbers.format(given.filter((each) => each.page === page && each.language === language).length);
        Object.assign(find("button", item).dataset, { page, language });
        find("[data-whom]", item).textContent = text;
        return item;
      }),
    );
    find("[data-pages]").replaceChildren(...made);
    find('[data-act="hand-out-back"]').disabled = !given.length;
  }

  async function finish() {
    if (!(await send({ wantsPack: false })) || (await vault.queue()).length) return say("not_wiped");
    if (!(await send({ wantsPack: false, wiped: true }))) return say("not_wiped");
    close();
    await vault.wipeAll();
    show("wiped");
  }

  // --- taps -----------------------------------------------------------------------------------------------------------
  const ACTS = {
    "prepare-passkey": () => prepare(""),
    "unlock-passkey": () => unlock(""),
    "ask-again": () => (find("[data-again]").hidden = false),
    again: async () => {
      await vault.wipeDay();
      show("nothing");
    },
    send,
    close: () => {
      close();
      begin();
    },
    "ask-finish": () => (find("[data-finish]").hidden = false),
    "no-finish": () => (find("[data-finish]").hidden = true),
    finish,
    "page-back": () => turnPage(-1),
    "page-on": () => turnPage(1),
    "arrival-back": takeBackArrival,
    "hand-out-back": takeBackHandOut,
  };

  function turnPage(by) {
    shown.page += by;
    draw();
    find("[data-register]").focus();
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || button.disabled) return;
    touched = Date.now();
    const { act, mark: wanted, booking, step: next, turn, arrival, session: at, page, language } = button.dataset;
    if (act) ACTS[act]();
    else if (wanted) mark(session().rows.find((row) => row.booking === booking), wanted);
    else if (next) step(session().turns.find((each) => String(each.id) === turn), next);
    else if (arrival) arrive(arrival);
    else if (at !== undefined) {
      shown = { session: Number(at), page: 0 };
      draw();
    } else if (page) handOut(page, language);
  });

  find("#hub-prepare").addEventListener("submit", (event) => {
    event.preventDefault();
    const { pin, again } = event.target.elements;
    if (pin.value.length < SHORTEST_PIN || isEasy(pin.value)) return trouble("prepare", "short_pin");
    if (pin.value !== again.value) return trouble("prepare", "unlike_pin");
    const given = pin.value;
    event.target.reset();
    prepare(given);
  });

  find("#hub-unlock").addEventListener("submit", (event) => {
    event.preventDefault();
    const given = event.target.elements.pin.value;
    event.target.reset();
    unlock(given);
  });

  async function look() {
    if (await endIfOver()) return;
    if (open && Date.now() - touched > open.meta.locks_after * 60000) {
      close();
      await begin();
    } else if (navigator.onLine && (await vault.queue()).length) send();
  }

  setInterval(look, EACH);
  document.addEventListener("visibilitychange", () => document.hidden || look());
  addEventListener("online", () => send());
  addEventListener("hashchange", () => open || begin());
  if (navigator.serviceWorker && navigator.locks && crypto?.subtle) begin();
  else show("too_old");
})();
