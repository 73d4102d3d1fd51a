/**
 * What the page runs: draws the charts with uPlot, keeps one time cursor and one zoom over all of them, and follows width, colour scheme and
 * printer. Plain script, since it goes into the page as it stands; it reads numbers only from the element `chart-data`.
 */
export const chartScript = String.raw`"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("chart-data").textContent);
  const columns = data.columns.map(({ power, steps }) => {
    const unit = Number("1e" + Math.abs(power));
    let sum = 0;
    return steps.map((step) => ((sum += step), power < 0 ? sum / unit : sum * unit));
  });

  const group = (value, digits) => value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const sign = (text) => (/^-[0.,]*( %)?$/.test(text) ? text.slice(1) : text.replace("-", "−"));
  const size = (value, small, digits) => (Math.abs(value) < small ? digits : 0);
  const texts = {
    money: (v) => (v < 0 ? "−$" : "$") + group(Math.abs(v), size(v, 100, 2)),
    price: (v) => sign(group(v, size(v, 10, 4) || 2)),
    percent: (v) => sign(group(v * 100, 2) + " %"),
    tokens: (v) => sign(group(v, size(v, 100, 2) || size(v, 1e4, 1))),
    gwei: (v) => sign(group(v, 1)),
    count: (v) => sign(group(v, 0)),
  };
  const steps = [[1e9, "B"], [1e6, "M"], [1e3, "k"]];
  const short = (v) => {
    const [unit, name] = steps.find(([each]) => Math.abs(v) >= each) || [1, ""];
    return String(Number((Math.abs(v) / unit).toPrecision(4))) + name;
  };
  const ticks = {
    money: (v) => (v < 0 ? "−$" : "$") + short(v),
    percent: (v) => (v < 0 ? "−" : "") + String(Number(Math.abs(v * 100).toPrecision(3))) + " %",
  };
  const tick = (unit) => ticks[unit] || ((v) => (v < 0 ? "−" : "") + short(v));

  const pad = (n) => String(n).padStart(2, "0");
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const clock = (t) => { const d = new Date(t * 1000); return pad(d.getUTCHours()) + ":" + pad(d.getUTCMinutes()); };
  const day = (t) => { const d = new Date(t * 1000); return d.getUTCDate() + " " + months[d.getUTCMonth()]; };
  const minute = 60, hour = 3600;
  const increments = [1, 2, 5, 10, 15, 30, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour,
    6 * hour, 12 * hour, 24 * hour, 48 * hour, 168 * hour, 672 * hour, 4032 * hour, 8064 * hour];
  const timeTick = (u, splits, axis, space, step) =>
    splits.map((t, i) => (step >= 24 * hour || t % (24 * hour) === 0 ? day(t) : step < minute ? clock(t) + ":" + pad(t % 60) : clock(t) + (i === 0 ? "\n" + day(t) : "")));

  const decades = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
  const asinhSplits = (u, axis, min, max) => [...decades.map((v) => -v).reverse(), 0, ...decades].filter((v) => v >= min && v <= max);

  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const main = columns[data.charts[0].time];
  const slider = byId("time-cursor");
  const cursorText = byId("cursor-text");
  const zoomOut = byId("zoom-out");
  slider.max = String(main.length - 1);
  slider.value = slider.max;

  let live = [];
  let zoom = "";

  const rowAt = (time) => {
    let low = 0, high = main.length - 1;
    while (low < high) { const mid = (low + high + 1) >> 1; if (main[mid] <= time) low = mid; else high = mid - 1; }
    return low;
  };
  const say = (row) => {
    const t = main[row];
    const text = day(t) + " " + new Date(t * 1000).getUTCFullYear() + " " + clock(t) + " UTC · block " + group(row, 0) + " · " + texts.price(columns[data.charts[0].lines.at(-1).column][row]);
    cursorText.textContent = text;
    slider.setAttribute("aria-valuetext", text);
  };

  const values = (spec, u) => {
    const row = u.cursor.idx == null ? u.data[0].length - 1 : u.cursor.idx;
    spec.outputs.forEach((output, i) => { output.textContent = texts[spec.lines[i].unit](u.data[i + 1][row]); });
    if (spec === data.charts[0]) { slider.value = String(row); say(row); }
  };

  const follow = (u) => {
    const { min, max } = u.scales.x;
    const next = min + "/" + max;
    if (live.length < data.charts.length || next === zoom) return;
    zoom = next;
    const whole = min <= main[0] && max >= main[main.length - 1];
    zoomOut.hidden = whole;
    for (const each of live) if (each !== u) each.setScale("x", { min, max });
  };

  const zeroLine = (u) => {
    const { min, max } = u.scales.y;
    if (!(min < 0 && max > 0)) return;
    const y = Math.round(u.valToPos(0, "y", true)) + 0.5;
    u.ctx.save();
    u.ctx.strokeStyle = color("soft");
    u.ctx.lineWidth = devicePixelRatio;
    u.ctx.beginPath();
    u.ctx.moveTo(u.bbox.left, y);
    u.ctx.lineTo(u.bbox.left + u.bbox.width, y);
    u.ctx.stroke();
    u.ctx.restore();
  };

  const build = (spec) => {
    const soft = color("soft"), grid = color("grid");
    const font = "12px system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif";
    const axis = { stroke: soft, font, grid: { stroke: grid, width: 1 }, ticks: { show: false } };
    const unit = (right) => (spec.lines.find((line) => line.right === right) || spec.lines[0]).unit;
    const yAxis = (scale, right) => ({ ...axis, scale, side: right ? 1 : 3, size: right ? 44 : 64, gap: 6, grid: right ? { show: false } : axis.grid,
      values: (u, splits) => splits.map((v) => (v == null ? null : tick(unit(right))(v))) });
    const right = spec.lines.some((line) => line.right);
    const options = {
      width: Math.max(200, spec.host.clientWidth),
      height: spec.host.clientHeight,
      padding: [10, right ? 0 : 24, 0, 0],
      legend: { show: false },
      cursor: { y: false, sync: { key: "time", scales: ["x", null] }, drag: { x: true, y: false, setScale: true }, points: { size: 7 } },
      scales: {
        x: { time: false },
        y: spec.scale === "asinh" ? { distr: 4, asinh: 0.003, range: (u, min, max) => [min < 0 ? min * 1.3 : 0, Math.max(max, 0.003) * 1.3] } : {},
        ...(right ? { right: { range: (u, min, max) => [0, Math.max(1, max * 1.6)] } } : {}),
      },
      axes: [
        { ...axis, incrs: increments, space: 64, size: 38, gap: 9, values: timeTick },
        { ...yAxis("y", false), ...(spec.scale === "asinh" ? { splits: asinhSplits, filter: (u, splits) => splits } : {}) },
        ...(right ? [yAxis("right", true)] : []),
      ],
      series: [
        {},
        ...spec.lines.map((line, i) => ({
          scale: line.right ? "right" : "y",
          stroke: color(line.tone),
          width: line.weight === "wide" ? 4 : line.weight === "area" ? 1 : 1.4,
          alpha: line.weight === "wide" ? 0.8 : 1,
          fill: line.weight === "area" ? "color-mix(in srgb, " + color(line.tone) + " 35%, transparent)" : undefined,
          dash: line.dash.length > 0 ? line.dash : undefined,
          points: { show: false },
          show: spec.shown[i],
        })),
      ],
      hooks: {
        drawAxes: [zeroLine],
        setCursor: [(u) => values(spec, u)],
        setScale: [(u, key) => { if (key === "x") follow(u); }],
      },
    };
    const u = new uPlot(options, [columns[spec.time], ...spec.lines.map((line) => columns[line.column])], spec.host);
    values(spec, u);
    return u;
  };

  const buildAll = () => {
    for (const each of live) each.destroy();
    live = [];
    zoom = "";
    live = data.charts.map(build);
    zoomOut.hidden = true;
  };

  for (const spec of data.charts) {
    const figure = byId(spec.id);
    spec.host = figure.querySelector(".plot");
    spec.outputs = [...figure.querySelectorAll(".value")];
    spec.shown = spec.lines.map(() => true);
    [...figure.querySelectorAll(".key")].forEach((key, i) => key.addEventListener("click", () => {
      spec.shown[i] = !spec.shown[i];
      key.setAttribute("aria-pressed", String(spec.shown[i]));
      live[data.charts.indexOf(spec)].setSeries(i + 1, { show: spec.shown[i] });
    }));
  }
  byId("cursor").hidden = false;
  buildAll();

  slider.addEventListener("input", () => {
    const row = Number(slider.value);
    for (const u of live) u.setCursor({ left: u.valToPos(main[row], "x"), top: 10 }, true, false);
    say(row);
  });
  zoomOut.addEventListener("click", () => live[0].setScale("x", { min: main[0], max: main[main.length - 1] }));

  let waiting = 0;
  new ResizeObserver(() => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => data.charts.forEach((spec, i) => {
      const width = Math.max(200, spec.host.clientWidth), height = spec.host.clientHeight;
      if (live[i].width !== width || live[i].height !== height) live[i].setSize({ width, height });
    }));
  }).observe(document.querySelector("main"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", buildAll);
  const paper = (on) => () => { document.documentElement.classList.toggle("paper", on); buildAll(); };
  addEventListener("beforeprint", paper(true));
  addEventListener("afterprint", paper(false));
})();
`;
