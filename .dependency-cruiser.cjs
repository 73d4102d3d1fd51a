/**
 * Who may import whom. `core` is open to all; a room may import itself, core and what stands beside its name here. The rest of src, that is
 * src/index.ts, src/crash.ts (where the parts are put together) and the plugin, may import anything.
 */
const rooms = {
  core: [],
  market: [],
  amm: [],
  hedger: [],
  mempool: [],
  report: [],
  lending: ["amm"],
  serve: [],
  agents: ["amm", "lending"],
  ledger: ["amm", "lending"],
  venues: ["amm", "lending"],
  engine: ["market", "amm", "lending", "agents", "hedger", "ledger", "mempool"],
  scenarios: ["market", "lending", "agents", "hedger", "mempool"],
  visitors: ["mempool", "engine", "venues", "serve"],
  sweep: ["market", "amm", "lending", "hedger", "mempool", "agents", "ledger", "venues", "engine", "scenarios"],
};

const direction = Object.entries(rooms).map(([room, others]) => ({
  name: `direction-${room}`,
  comment: `${room} may import ${["core", ...others].join(", ")} and itself.`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: { path: "^(src|test|scripts|bench)/", pathNot: `^src/(${[...new Set(["core", room, ...others])].join("|")})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...direction,
    {
      name: "known-rooms",
      comment: "A new room gets a line in the table above.",
      severity: "error",
      from: { path: "^(src|test|scripts|bench)/" },
      to: { path: "^src/[^/]+/", pathNot: `^src/(${[...Object.keys(rooms), "plugin"].join("|")})/` },
    },
    {
      name: "nothing-imports-the-plugin",
      severity: "error",
      from: { pathNot: ["^src/plugin/", "^src/index\\.ts$", "^hardhat\\.config\\.ts$", "^test/", "^examples/"] },
      to: { path: "^src/plugin/" },
    },
    {
      name: "src-stands-alone",
      comment: "What is published imports nothing that is not.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|scripts|bench|hardhat\\.config\\.ts)" },
    },
    {
      name: "hardhat-and-ethers-stay-at-the-edge",
      comment: "Only the chain's venue, the plugin and the place where the parts are put together know Hardhat and ethers.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: ["^src/venues/chain/", "^src/visitors/", "^src/plugin/", "^src/(index|crash|probe|serve-crash)\\.ts$"],
      },
      to: { path: ["^(node_modules/)?(hardhat|ethers|@nomicfoundation/[^/]+)(/|$)", "^types/"] },
    },
    {
      name: "no-dev-dependencies-in-src",
      comment: "The package brings what src imports; hardhat is its peer.",
      severity: "error",
      from: { path: "^src/" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["npm", "npm-peer", "type-only"],
      },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-orphans",
      comment: "A file that nothing imports and that imports nothing is forgotten.",
      severity: "error",
      from: { orphan: true, path: "^src/" },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    moduleSystems: ["es6", "cjs"],
    doNotFollow: { path: ["node_modules", "^types/"] },
    exclude: { path: ["^(dist|artifacts|cache|coverage|results)/"] },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
