import js from "@eslint/js";
import tseslint from "typescript-eslint";

const pureRooms = ["core", "market", "amm", "lending", "mempool", "agents", "hedger", "ledger", "engine"].map(
  (room) => `src/${room}/**/*.ts`,
);

// ESLint keeps only the last `no-restricted-syntax` that applies to a file, so the lists are put together here.
const bitStable = [
  {
    selector: "BinaryExpression[operator='**']:not(:has(> Literal[bigint])), AssignmentExpression[operator='**=']",
    message: "`**` on numbers is not bit-stable between Node versions; write the product out, or use bigint literals.",
  },
];
// Gamma with a shape below 1, Pareto and Weibull call Math.pow inside; without `.source` all of them draw from the global generator.
const drawnFromAStream = [
  { selector: "CallExpression[callee.name=/^random[A-Z]/]", message: "Draw from a stream: `randomNormal.source(random)(…)`." },
];
const sameBitsEverywhere = { name: "d3-random", importNames: ["randomGamma", "randomPareto", "randomWeibull"], message: "Uses Math.pow." };
const namedExports = [{ selector: "ExportDefaultDeclaration", message: "Export by name; the file is named after its one export." }];
const worldPassedIn = [
  {
    selector: ":matches(NewExpression, CallExpression)[callee.name='Date'][arguments.length=0]",
    message: "The clock is passed in.",
  },
  {
    selector: "ImportExpression[source.value=/^node:/]",
    message: "A pure room does no input or output.",
  },
];

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", "types/", "artifacts/", "cache/", "results/", "coverage/", "data/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts"],
    extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: "error",
      // Coefficients stand as their source prints them.
      "no-loss-of-precision": "off",
      "max-lines": ["error", 300],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", caughtErrors: "all" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // A venue may answer at once or later, and a function that implements one is async whether or not it waits.
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: {
      "no-restricted-properties": ["error", { object: "Math", property: "pow", message: "Not bit-stable between Node versions." }],
      "no-restricted-imports": ["error", { paths: [sameBitsEverywhere] }],
      "no-restricted-syntax": ["error", ...bitStable, ...drawnFromAStream, ...namedExports],
    },
  },
  {
    // Hardhat loads a plugin and the actions of its tasks by their default export.
    files: ["src/index.ts", "src/plugin/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...bitStable, ...drawnFromAStream] },
  },
  {
    files: pureRooms,
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "process", message: "A pure room knows no process." },
        { name: "console", message: "A pure room prints nothing." },
        { name: "performance", message: "The clock is passed in." },
        { name: "crypto", message: "Randomness is passed in." },
      ],
      "no-restricted-imports": [
        "error",
        { paths: [sameBitsEverywhere], patterns: [{ regex: "^node:", message: "A pure room does no input or output." }] },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "pow", message: "Not bit-stable between Node versions." },
        { object: "Math", property: "random", message: "Randomness is passed in." },
        { object: "Date", property: "now", message: "The clock is passed in." },
      ],
      "no-restricted-syntax": ["error", ...bitStable, ...drawnFromAStream, ...namedExports, ...worldPassedIn],
    },
  },
  {
    // `expect(x).to.be.true` is an expression, and a test reads JSON of which it knows the shape.
    files: ["test/**/*.ts", "examples/*/test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unused-expressions": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
);
