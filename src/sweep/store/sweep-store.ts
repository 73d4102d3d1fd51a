import { mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, unlink } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../../core/errors.ts";
import { measuredColumns } from "../chunks/part-columns.ts";
import { type Chunk, chunkAt, chunkCount, type SweepPlan } from "../plan/plan.ts";
import { decodePart } from "./decode-part.ts";
import { faultOfPart } from "./fault-of-part.ts";
import { freeBytes } from "./free-bytes.ts";
import { inspectSweep } from "./inspect-sweep.ts";
import { digestOf, type Manifest, manifestOf, manifestText } from "./manifest.ts";
import { nameDifference } from "./name-difference.ts";
import { chunkOf, partName, PARTS_FOLDER } from "./part-name.ts";
import { writeFileWhole } from "./write-file.ts";

/** Writes one file whole or not at all. */
export type WriteFile = typeof writeFileWhole;

/**
 * A sweep on disk. Until it is finished it lives beside its place, in a folder whose name ends in `.partial`; an earlier sweep stays where it is until then.
 */
export class SweepStore {
  readonly digest: string;
  readonly #plan: SweepPlan;
  readonly #manifest: Manifest;
  readonly #shown: string;
  readonly #place: string;
  readonly #partial: string;
  readonly #write: WriteFile;

  /**
   * @param shown the folder as the user named it
   * @param place the same, absolute and without links
   */
  private constructor(plan: SweepPlan, shown: string, place: string, write: WriteFile) {
    this.#plan = plan;
    this.#manifest = manifestOf(plan);
    this.digest = digestOf(this.#manifest);
    this.#shown = shown;
    this.#place = place;
    this.#partial = `${place}.partial`;
    this.#write = write;
  }

  static async at(plan: SweepPlan, shown: string, write: WriteFile = writeFileWhole): Promise<SweepStore> {
    const place = resolve(shown);
    const real = await realpath(place).catch(() => place);
    return new SweepStore(plan, shown, real, write);
  }

  /** Where it lies until it is finished, as the user would name it. */
  get partial(): string {
    return `${this.#shown.replace(/\/+$/, "")}.partial`;
  }

  /**
   * Whether this very sweep stands finished in its place.
   *
   * @throws InputError for a place that is no sweep's
   */
  async isFinished(): Promise<boolean> {
    const found = await inspectSweep(this.#place, this.#shown);
    this.#refuseWorkingFolder(found !== "nothing");
    return found !== "nothing" && nameDifference(found.manifest, this.#manifest) === null && (await this.#lacks()) === null;
  }

  /** The summary of a finished sweep, as text. */
  readSummary(): Promise<string> {
    return readFile(join(this.#place, "summary.json"), "utf8");
  }

  /**
   * Makes the folder, or goes on with what is there.
   *
   * @param mode `new` refuses an unfinished sweep, so that nobody loses one; `resume` wants it to be of the same settings
   * @param onFault is told of each part that will be done again, and why
   * @returns the chunks that are finished
   * @throws InputError `SWEEP_UNFINISHED`, `SWEEP_OTHER_SETTINGS`, and what `inspectSweep` throws
   */
  async open(mode: "new" | "resume", onFault: (part: string, fault: string) => void): Promise<ReadonlySet<number>> {
    const found = await inspectSweep(this.#partial, this.partial);
    if (found !== "nothing" && mode === "new")
      throw new InputError("SWEEP_UNFINISHED", "an unfinished sweep is here", {
        file: this.partial,
        allowed: "--resume to go on with it, another --out, or the folder removed",
      });
    if (found !== "nothing" && found.manifest !== null) this.#refuseOther(found.manifest);
    await mkdir(join(this.#partial, PARTS_FOLDER), { recursive: true });
    await this.#write(this.#partial, "sweep.json", manifestText(this.#manifest));
    return this.#checkParts(onFault);
  }

  /** Keeps a chunk's part. */
  async keep(chunk: number, part: Uint8Array): Promise<void> {
    await this.#write(join(this.#partial, PARTS_FOLDER), partName(chunk), part);
  }

  /** The measured columns of one chunk after the other, from the disk; each is written over by the next. */
  async *parts(): AsyncGenerator<{ readonly chunk: Chunk; readonly columns: readonly Float64Array[] }> {
    const rows = this.#plan.pathsPerChunk * this.#plan.cells.length;
    const names = measuredColumns(this.#plan.books);
    const room = names.map(() => new Float64Array(rows));
    for (let index = 0; index < chunkCount(this.#plan); index += 1) {
      const bytes = await readFile(join(this.#partial, PARTS_FOLDER, partName(index)));
      const { columns } = await decodePart(bytes, names, room);
      freeBytes(bytes);
      yield { chunk: chunkAt(this.#plan, index), columns };
    }
  }

  /** Writes what is read last, and puts the whole in its place; an earlier sweep there goes away only when this one has come. */
  async finish(files: ReadonlyMap<string, string>): Promise<void> {
    for (const [name, text] of files) await this.#write(this.#partial, name, text);
    const isEmpty = (await inspectSweep(this.#place, this.#shown)) === "nothing";
    if (isEmpty) {
      await rm(this.#place, { recursive: true, force: true });
      await rename(this.#partial, this.#place);
      return;
    }
    const shelf = await mkdtemp(join(dirname(this.#place), `.${basename(this.#place)}-`));
    const old = join(shelf, "old");
    await rename(this.#place, old);
    try {
      await rename(this.#partial, this.#place);
    } catch (error) {
      await rename(old, this.#place);
      throw error;
    } finally {
      await rm(shelf, { recursive: true, force: true });
    }
  }

  #refuseOther(manifest: unknown): void {
    const difference = nameDifference(manifest, this.#manifest);
    if (difference === null) return;
    throw new InputError("SWEEP_OTHER_SETTINGS", `the unfinished sweep is another one: ${difference}`, {
      file: this.partial,
      allowed: "--resume with the same settings, or another --out",
    });
  }

  #refuseWorkingFolder(exists: boolean): void {
    if (!exists || !`${process.cwd()}/`.startsWith(`${this.#place}/`)) return;
    throw new InputError("OUTPUT_WORKING_FOLDER", "the output folder is the working folder and cannot be replaced", { file: this.#shown });
  }

  /** The first part that a finished sweep does not have, or null. */
  async #lacks(): Promise<string | null> {
    const names = new Set(await readdir(join(this.#place, PARTS_FOLDER)).catch(() => []));
    for (let index = 0; index < chunkCount(this.#plan); index += 1) if (!names.has(partName(index))) return partName(index);
    return null;
  }

  async #checkParts(onFault: (part: string, fault: string) => void): Promise<ReadonlySet<number>> {
    const folder = join(this.#partial, PARTS_FOLDER);
    const finished = new Set<number>();
    for (const name of (await readdir(folder)).sort()) {
      const index = chunkOf(name);
      if (index !== null && index < chunkCount(this.#plan)) {
        const fault = await faultOfPart(await readFile(join(folder, name)), this.digest, chunkAt(this.#plan, index), this.#plan);
        if (fault === null) {
          finished.add(index);
          continue;
        }
        onFault(name, fault);
      } else if (index !== null) {
        onFault(name, "is of a chunk that this sweep does not have");
      }
      await unlink(join(folder, name));
    }
    return finished;
  }
}
