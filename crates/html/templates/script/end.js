
  lamp();
  if (many) files(); else { body.classList.add("alone"); overview.hidden = true; }
  tongue();
  const ready = many ? go() : show(docs[0]).then(go);
  ready.then(() => root.classList.add("ready"));
})();
