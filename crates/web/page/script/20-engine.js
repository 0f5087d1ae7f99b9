/* ---- the worker ----
   It is kept and reused. After a fault, when it takes too long or when people stop it, it is thrown away and
   another one takes its place, with the same settings, rules and decisions. */

/* The longest that one file may take, in milliseconds. */
const LONGEST = 60000;

/* Why no answer came: "fault", "late" or "stopped". */
class Broken extends Error {
  constructor(kind, words) { super(words || kind); this.kind = kind; }
}

/* Today in Vietnam, which keeps UTC+7 all year. */
const today = () => new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(0, 10);

const engine = (() => {
  let worker = null, ready = null, module = null, next = 1, source = null;
  const waiting = new Map();
  /* What every worker is told once it has started, in this order. */
  let setup = [];

  /* Where the module comes from: the page itself, or the server of the page. */
  async function given() {
    if (module) return { module };
    const place = el("module");
    if (!place.dataset.from) return { packed: place.textContent.trim() };
    try {
      const answer = await fetch(place.dataset.from, { integrity: place.dataset.integrity });
      return { bytes: await answer.arrayBuffer() };
    } catch (error) {
      throw say("Không tải được bộ kiểm tra, hoặc bộ kiểm tra trên máy chủ không đúng mã đã công bố. Hãy tải lại trang; vẫn vậy thì báo bộ phận công nghệ thông tin.", "The checker could not be loaded, or is not the published one. Load the page again, or tell whoever runs the server.");
    }
  }

  function post(call, value, limit) {
    const id = next;
    next += 1;
    return new Promise((resolve, reject) => {
      const timer = limit ? setTimeout(() => drop("late"), limit) : 0;
      waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, call, given: value });
    });
  }

  /* Throws the worker away; whoever waits for it is told why. */
  function drop(kind, words) {
    if (!worker) return;
    worker.terminate();
    worker = ready = null;
    for (const own of waiting.values()) {
      clearTimeout(own.timer);
      own.reject(new Broken(kind, words));
    }
    waiting.clear();
  }

  function heard({ data }) {
    const own = waiting.get(data.id);
    if (!own) return;
    if ("fault" in data) { drop("fault", data.fault); return; }
    waiting.delete(data.id);
    clearTimeout(own.timer);
    if ("said" in data) own.reject(data.said);
    else if ("lost" in data) own.reject(say("không đọc được tệp; có thể tệp vừa bị di chuyển, đổi tên hoặc thay đổi. Hãy chọn lại tệp.", "the file cannot be read; it may have been moved or changed. Choose it again."));
    else own.resolve(data.value);
  }

  /* Settings that an older page kept, and that this one refuses, are worth less than a page that starts. */
  async function first() {
    const begin = async () => post("start", { ...await given(), today: today(), settings: settings.text() });
    try {
      return await begin();
    } catch (words) {
      if (words instanceof Broken || !settings.isSet()) throw words;
      settings.reset();
      return begin();
    }
  }

  async function start() {
    source = source || URL.createObjectURL(new Blob([el("worker").textContent], { type: "text/javascript" }));
    worker = new Worker(source);
    worker.addEventListener("message", heard);
    worker.addEventListener("error", (event) => { event.preventDefault(); drop("fault", event.message); });
    const began = await first();
    module = began.module;
    engine.facts = began.about;
    await told((call, value) => post(call, value));
  }

  /* Tells a worker, or a desk that was set anew, what holds; what was refused before is refused again. */
  async function told(ask) {
    for (const own of setup) await ask(own.call, own.given).catch((words) => { if (words instanceof Broken) throw words; });
    if (setup.length) engine.facts = await ask("about");
  }

  const begin = () => {
    ready = ready || start().catch((words) => { if (!(words instanceof Broken)) drop("fault"); throw words; });
    return ready;
  };

  return {
    facts: null,
    begin,
    stop: () => drop("stopped"),
    async call(call, value, limit = LONGEST) {
      await begin();
      return post(call, value, limit);
    },
    /* As a call, and told to every worker to come. */
    async keep(call, value) {
      const answer = await engine.call(call, value);
      engine.remember(call, value);
      return answer;
    },
    remember(call, value) { setup.push({ call, given: value }); },
    /* Before all else: own rules and wishes lie above a pack. */
    rememberFirst(call, value) { setup.unshift({ call, given: value }); },
    forget(wanted) { setup = setup.filter((own) => !wanted(own)); },
    /* Other settings, the rest as it was. */
    async set() {
      engine.facts = await engine.call("set", { today: today(), settings: settings.text() });
      await told(engine.call);
    },
  };
})();
