import { makeWorkplace, type Workplace } from "../workplace.ts";

/** Does something in an empty folder, which is where the process works meanwhile. */
export async function inWorkplace<T>(work: (place: Workplace) => Promise<T>): Promise<T> {
  const place = await makeWorkplace();
  const home = process.cwd();
  process.chdir(place.root);
  try {
    return await work(place);
  } finally {
    process.chdir(home);
    await place.remove();
  }
}
