/** More on their way at a time help nobody on two cores: a chain executes on a thread of its own, but everything else is on one. */
const WIDTH = 3;

/** What every item comes to, in the items' order; some are on their way at the same time. The first failure ends it. */
export async function sideBySide<Item, Result>(items: readonly Item[], run: (item: Item) => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  let isFailed = false;
  const lane = async (): Promise<void> => {
    while (next < items.length && !isFailed) {
      const index = next++;
      try {
        results[index] = await run(items[index]!);
      } catch (error) {
        isFailed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, lane));
  return results;
}
