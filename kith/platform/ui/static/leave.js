// Leaves at once: another page takes this one's place in the history, and the session is closed behind it.
for (const form of document.querySelectorAll("form[data-leave]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    document.body.hidden = true;
    fetch(form.action, { method: "POST", keepalive: true, redirect: "manual" }).catch(() => {});
    location.replace(form.dataset.leave);
  });
}
