/** How many places a text takes on a terminal: two for a wide character, none for a combining one. */
export function widthOf(text: string): number {
  return [...text.replaceAll(/\p{Mn}|\u200d|\ufe0f/gu, '').replaceAll(wide, '  ')].length
}

const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/gu

/** Breaks a text into lines of a width: behind a space, else behind a sign of an address or a path, else anywhere. Nothing is lost. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.split(/(?<=[\s@/_.,-])/).flatMap((piece) => cutUp(piece, width))) {
    if (widthOf((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  return [...lines, line.trimEnd()]
}

/** Breaks what has no sign to break at. */
function cutUp(piece: string, width: number): readonly string[] {
  if (widthOf(piece.trimEnd()) <= width) return [piece]
  const parts: string[] = []
  let part = ''
  for (const { segment } of characters.segment(piece)) {
    if (part !== '' && widthOf(part + segment) > width) {
      parts.push(part)
      part = ''
    }
    part += segment
  }
  return [...parts, part]
}

const characters = new Intl.Segmenter()
