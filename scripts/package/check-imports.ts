import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Looks for every file that the package's programs name, those in `import()` among them, which may not be met by a short use.
 *
 * @param folder of the installed package
 * @throws Error with each name that leads nowhere
 */
export function checkImports(folder: string): void {
  const named = globSync("dist/**/*.js", { cwd: folder }).flatMap((file) =>
    [...readFileSync(path.join(folder, file), "utf8").matchAll(/(?:\bfrom |\bimport |\bimport\()"(\.[^"]+)"/g)].map(([, name = ""]) => ({
      file,
      name,
    })),
  );
  if (named.length === 0) throw new Error("the package's programs import nothing");
  const lost = named.filter(({ file, name }) => !existsSync(path.join(folder, path.dirname(file), name)));
  if (lost.length > 0) throw new Error(`imports that lead nowhere:\n${lost.map(({ file, name }) => `${file}: ${name}`).join("\n")}`);
  console.log(`${named.length} imports of the package's own files lead somewhere`);
}
