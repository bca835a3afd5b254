// A spoken note: what the microphone hears goes into the form's own box for a file, and is sent with the form alone.
// Where there is no microphone, or this does not run, the box takes a recording that the phone has made.
const clockOf = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function prepare(part) {
  const box = part.querySelector("input[type=file]");
  const tools = part.querySelector("[data-voice-tools]");
  const [record, stop, remove] = ["record", "stop", "remove"].map((name) => tools.querySelector(`[data-voice=${name}]`));
  const sound = tools.querySelector("audio");
  const most = Number(part.dataset.voiceNote);
  let recorder, timer;

  const say = (name, seconds) => {
    for (const each of tools.querySelectorAll("[data-voice-says]")) each.hidden = each.dataset.voiceSays !== name;
    for (const each of tools.querySelectorAll("[data-voice-time]")) each.textContent = seconds === undefined ? "" : clockOf(seconds);
  };
  const show = (state) => {
    record.hidden = state !== "empty";
    stop.hidden = state !== "recording";
    remove.hidden = sound.hidden = state !== "full";
  };
  const put = (files) => {
    const holder = new DataTransfer();
    for (const each of files) holder.items.add(each);
    box.files = holder.files;
  };
  const empty = () => {
    if (sound.src) URL.revokeObjectURL(sound.src);
    sound.removeAttribute("src");
    put([]);
    show("empty");
    say("");
  };

  async function begin() {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      say("denied");
      return;
    }
    const chunks = [];
    recorder = new MediaRecorder(stream, { audioBitsPerSecond: 32000 });
    recorder.addEventListener("dataavailable", ({ data }) => chunks.push(data));
    recorder.addEventListener("stop", () => {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
      const type = recorder.mimeType.split(";")[0] || "audio/webm";
      const file = new File(chunks, `note.${type.split("/")[1]}`, { type });
      put([file]);
      sound.src = URL.createObjectURL(file);
      show("full");
      say("full");
      sound.focus();
    });
    recorder.start();
    let seconds = 0;
    show("recording");
    say("recording", seconds);
    stop.focus();
    timer = setInterval(() => {
      seconds += 1;
      say("recording", seconds);
      if (seconds >= most) recorder.stop();
    }, 1000);
  }

  record.addEventListener("click", begin);
  stop.addEventListener("click", () => recorder.stop());
  remove.addEventListener("click", () => {
    empty();
    record.focus();
  });
  part.closest("form").addEventListener("submit", (event) => {
    // Sent while it is still recording, the note would be left behind.
    if (recorder?.state !== "recording") return;
    event.preventDefault();
    recorder.addEventListener("stop", () => event.target.requestSubmit(), { once: true });
    recorder.stop();
  });
  tools.hidden = false;
  show("empty");
}

if (navigator.mediaDevices?.getUserMedia && window.MediaRecorder && window.DataTransfer) {
  document.querySelectorAll("[data-voice-note]").forEach(prepare);
}
