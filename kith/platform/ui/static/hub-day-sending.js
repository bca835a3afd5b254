// Sends what was noted, and learns what became of it. Sent twice it is noted once, so it may break off anywhere.
const sending = (() => {
  const MOST = 200;

  async function asked(address, said) {
    const answer = await fetch(address, {
      method: "POST",
      credentials: "same-origin",
      redirect: "error",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(said),
    });
    if (answer.ok) return answer.json();
    const said_why = answer.status === 422 ? (await answer.json()).why : "";
    throw Object.assign(new Error("refused"), { status: answer.status, why: said_why });
  }

  // One device after the other: what an earlier day noted here is sent under its own name.
  async function all(address, device, { wantsPack = false, wiped = false } = {}) {
    const waiting = await vault.queue();
    const devices = new Set([...waiting.map((entry) => entry.device), ...(device ? [device] : [])]);
    const outcome = { became: {}, withdrawn: false, over: false, pack: null };
    let fault = null;
    for (const each of devices) {
      try {
        await ofDevice(each, waiting.filter((entry) => entry.device === each));
      } catch (trouble) {
        fault = trouble;
      }
    }
    if (fault) throw fault;
    return outcome;

    async function ofDevice(each, own) {
      do {
        const part = own.splice(0, MOST);
        const isLast = each === device && !own.length;
        const entries = part.map(({ key, sent_as, sealed, signature }) => ({ key, number: sent_as, sealed, signature }));
        const answer = await asked(address, { device: each, entries, pack: isLast && wantsPack, wiped: isLast && wiped });
        await vault.drop(part.filter((entry) => entry.key in answer.became));
        Object.assign(outcome.became, answer.became);
        if (each === device) Object.assign(outcome, { withdrawn: answer.withdrawn, over: answer.over, pack: answer.pack });
      } while (own.length);
    }
  }

  // Two windows of one device do not send at the same moment.
  const sent = (...what) => (navigator.locks ? navigator.locks.request("kith-hub-day-sending", () => all(...what)) : all(...what));

  return { asked, sent };
})();
