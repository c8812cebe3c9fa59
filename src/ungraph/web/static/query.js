"use strict";
(() => {
  const query = document.getElementById("query");
  const answer = document.getElementById("answer");
  document.getElementById("examples").addEventListener("change", (event) => {
    if (event.target.value) query.value = event.target.value;
  });
  document.getElementById("ask").addEventListener("submit", async (event) => {
    event.preventDefault();
    answer.textContent = "…";
    const response = await fetch("/sparql", {
      method: "POST",
      headers: {
        "Content-Type": "application/sparql-query",
        Accept: "application/sparql-results+json, text/turtle;q=0.9",
      },
      body: query.value,
    });
    if (!response.ok) {
      answer.textContent = (await response.json()).detail;
      return;
    }
    const type = response.headers.get("Content-Type");
    answer.replaceChildren(
      type.startsWith("application/sparql-results") ? tableOf(await response.json()) : pre(await response.text()),
    );
  });
  function pre(text) {
    const element = document.createElement("pre");
    element.textContent = text;
    return element;
  }
  function tableOf(result) {
    if ("boolean" in result) return pre(String(result.boolean));
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    for (const name of result.head.vars) head.appendChild(document.createElement("th")).textContent = name;
    const body = table.createTBody();
    for (const row of result.results.bindings) {
      const line = body.insertRow();
      for (const name of result.head.vars) line.insertCell().textContent = row[name] ? row[name].value : "";
    }
    return table;
  }
})();
