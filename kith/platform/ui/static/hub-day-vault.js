// What a hub day keeps on a device: one database in which every word about a family is encrypted (AES-GCM).
// The day opens with a key that follows from a PIN (PBKDF2) or from a passkey (the WebAuthn extension "prf"); the key is
// kept nowhere. What is noted is sealed for the server (ECDH on P-256, HKDF, AES-GCM): it outlasts the day unreadable.
const vault = (() => {
  const NAME = "kith-hub-day";
  const ROUNDS = 600000; // OWASP Password Storage Cheat Sheet for PBKDF2 with SHA-256
  const MOST_TRIES = 5;
  const CLOCK_BACK = 2 * 60 * 60 * 1000;
  const words = new TextEncoder();
  const { subtle } = crypto;
  let database = null;

  const fromText = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const toText = (...parts) => btoa(parts.map((part) => String.fromCharCode(...new Uint8Array(part))).join(""));
  const random = (size) => crypto.getRandomValues(new Uint8Array(size));

  function opened() {
    database ??= new Promise((resolve, reject) => {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("kept");
        asked.result.createObjectStore("queue", { keyPath: "number" });
      };
      asked.onsuccess = () => {
        // A page in another window that wipes everything must not wait for this one.
        asked.result.onversionchange = () => {
          asked.result.close();
          database = null;
        };
        resolve(asked.result);
      };
      asked.onerror = () => reject(asked.error);
    });
    return database;
  }

  // All of it is written or none: whatever breaks off in the middle leaves what stood before.
  async function inOne(mode, work) {
    const db = await opened();
    return new Promise((resolve, reject) => {
      const transaction = db.transaction(["kept", "queue"], mode, { durability: "strict" });
      const found = work(transaction.objectStore("kept"), transaction.objectStore("queue"));
      transaction.oncomplete = () => resolve(found?.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }

  const kept = (name) => inOne("readonly", (store) => store.get(name));
  const keep = (name, value) => inOne("readwrite", (store) => void store.put(value, name));
  // Read and written in one: what two of our own timers change at once is not lost.
  const changeMeta = (change) =>
    inOne("readwrite", (store) => {
      store.get("meta").onsuccess = (event) => event.target.result && store.put({ ...event.target.result, ...change(event.target.result) }, "meta");
    });
  const queue = () => inOne("readonly", (_, store) => store.getAll());

  async function locked(key, said) {
    const iv = random(12);
    return { iv, words: await subtle.encrypt({ name: "AES-GCM", iv }, key, words.encode(JSON.stringify(said))) };
  }

  async function unlocked(key, box) {
    const plain = await subtle.decrypt({ name: "AES-GCM", iv: box.iv }, key, box.words);
    return JSON.parse(new TextDecoder().decode(plain));
  }

  async function keyOfPin(pin, salt) {
    const base = await subtle.importKey("raw", words.encode(pin), "PBKDF2", false, ["deriveKey"]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
    return subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  }

  async function keyOfSecret(secret, salt) {
    const base = await subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
    const how = { name: "HKDF", hash: "SHA-256", salt, info: words.encode("day") };
    return subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  }

  // A passkey of this device alone: its authenticator makes the same secret again for whoever it knows.
  async function newPasskey(salt) {
    const made = await navigator.credentials.create({
      publicKey: {
        rp: { name: "Kith" },
        user: { id: random(16), name: "hub day", displayName: "hub day" },
        challenge: random(32),
        pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -257 }],
        authenticatorSelection: { userVerification: "required" },
        extensions: { prf: { eval: { first: salt } } },
      },
    });
    if (!made.getClientExtensionResults().prf?.enabled) throw new Error("no prf");
    return new Uint8Array(made.rawId);
  }

  async function secretOfPasskey(credential, salt) {
    const shown = await navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        allowCredentials: [{ type: "public-key", id: credential }],
        userVerification: "required",
        extensions: { prf: { eval: { first: salt } } },
      },
    });
    return shown.getClientExtensionResults().prf.results.first;
  }

  async function newKey(pin) {
    const salt = random(32);
    if (pin) return { how: { salt }, key: await keyOfPin(pin, salt) };
    const credential = await newPasskey(salt);
    return { how: { salt, credential }, key: await keyOfSecret(await secretOfPasskey(credential, salt), salt) };
  }

  // Keeps what the server gave for this day; what was noted for an earlier one goes on waiting to be sent.
  async function fill(given, { how, key }) {
    const { pack, sign, seal, ...plain } = given;
    const held = await locked(key, { sign, seal });
    const day = await locked(key, { pack, marks: {}, came: {}, given: [] });
    const meta = { ...plain, ...how, tries: 0, seen: Date.now() };
    await inOne("readwrite", (store) => {
      store.put(meta, "meta");
      store.put(held, "keys");
      store.put(day, "day");
    });
    return opening(key, meta);
  }

  async function opening(key, meta) {
    const [keys, day] = [await unlocked(key, await kept("keys")), await unlocked(key, await kept("day"))];
    const signing = await subtle.importKey("raw", fromText(keys.sign), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    const theirs = await subtle.importKey("raw", fromText(keys.seal), { name: "ECDH", namedCurve: "P-256" }, false, []);
    return { key, meta, day, signing, theirs };
  }

  // A try is counted before it is made: a page that is closed while it thinks gains none.
  async function open(pin) {
    const meta = await kept("meta");
    if (meta.credential) return opening(await keyOfSecret(await secretOfPasskey(meta.credential, meta.salt), meta.salt), meta);
    if (meta.tries >= MOST_TRIES) return wipeDay();
    await changeMeta(({ tries }) => ({ tries: tries + 1 }));
    const key = await keyOfPin(pin, meta.salt);
    try {
      const day = await opening(key, meta);
      await changeMeta(() => ({ tries: 0 }));
      return day;
    } catch {
      if (meta.tries + 1 >= MOST_TRIES) await wipeDay();
      return null;
    }
  }

  const triesLeft = async () => MOST_TRIES - ((await kept("meta"))?.tries ?? MOST_TRIES);

  async function sealed(open, place, said) {
    const own = await subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, false, ["deriveBits"]);
    const shared = await subtle.deriveBits({ name: "ECDH", public: open.theirs }, own.privateKey, 256);
    const base = await subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
    const how = { name: "HKDF", hash: "SHA-256", salt: words.encode("kith.hub-day"), info: words.encode("entry") };
    const key = await subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
    const iv = random(12);
    const hidden = await subtle.encrypt({ name: "AES-GCM", iv, additionalData: words.encode(place) }, key, words.encode(JSON.stringify(said)));
    return toText(await subtle.exportKey("raw", own.publicKey), iv, hidden);
  }

  // One tap: sealed and signed, and written together with how the day looks after it.
  async function note(open, said, after) {
    const key = crypto.randomUUID();
    const number = (open.day.number ?? 0) + 1;
    const place = `${open.meta.device}.${key}.${number}`;
    const hidden = await sealed(open, place, { ...said, at: Date.now() });
    const signature = toText(await subtle.sign("HMAC", open.signing, words.encode(`${place}.${hidden}`)));
    const day = after({ ...structuredClone(open.day), number }, key, number);
    const box = await locked(open.key, day);
    const entry = { device: open.meta.device, key, number, sealed: hidden, signature };
    await inOne("readwrite", (store, waiting) => {
      store.put(box, "day");
      // An entry of an earlier device that was not sent yet may have the same number: it stays under its own.
      waiting.put({ ...entry, number: `${open.meta.device}.${String(number).padStart(9, "0")}`, sent_as: number });
    });
    open.day = day;
  }

  async function rewrite(open, day) {
    await keep("day", await locked(open.key, day));
    open.day = day;
  }

  const drop = (entries) => inOne("readwrite", (_, waiting) => entries.forEach((entry) => waiting.delete(entry.number)));

  // The day itself goes; what waits to be sent stays, for nobody here can read it.
  async function wipeDay() {
    await inOne("readwrite", (store) => ["meta", "keys", "day"].forEach((name) => store.delete(name)));
    return null;
  }

  // Everything goes: for a device that has sent what it had.
  async function wipeAll() {
    if (database) (await database).close();
    database = null;
    await new Promise((resolve) => {
      const asked = indexedDB.deleteDatabase(NAME);
      asked.onsuccess = asked.onerror = asked.onblocked = resolve;
    });
    for (const name of await caches.keys()) if (name.startsWith("kith-hub-day-")) await caches.delete(name);
    const worker = await navigator.serviceWorker?.getRegistration();
    await worker?.unregister();
  }

  // Whether the day is over. A clock that was turned back gains no time: what was seen last counts.
  async function isOver() {
    const meta = await kept("meta");
    if (!meta) return true;
    const now = Date.now();
    if (now >= meta.ends_at || now < meta.seen - CLOCK_BACK) return true;
    if (now > meta.seen + 60000) await changeMeta(({ seen }) => ({ seen: Math.max(seen, now) }));
    return false;
  }

  return { drop, fill, isOver, kept, newKey, note, open, queue, rewrite, triesLeft, wipeAll, wipeDay };
})();
