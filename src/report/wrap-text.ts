/**
 * Text broken between words into lines of at most `width` characters; words that are longer are broken where they must be.
 *
 * @param hang blanks before every line but the first
 */
export function wrapText(text: string, width: number, hang = 0): string[] {
  const lines: string[] = [];
  let line = "";
  let room = width;
  for (const word of text.split(" ")) {
    let rest = [...word];
    if (line !== "" && line.length + 1 + rest.length > room) {
      lines.push(line);
      line = "";
      room = width - hang;
    }
    while (rest.length > room) {
      lines.push(rest.slice(0, room).join(""));
      rest = rest.slice(room);
      room = width - hang;
    }
    line = line === "" ? rest.join("") : `${line} ${rest.join("")}`;
  }
  if (line !== "") lines.push(line);
  return lines.map((each, index) => (index === 0 ? each : " ".repeat(hang) + each));
}
