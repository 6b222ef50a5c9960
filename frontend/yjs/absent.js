// What Yjs offers and an answer never holds. An update that holds it all the same (the server refuses such, see
// src/plaudit/entries/updates.py) ends here, before anything of it has entered the document.
export function absent() {
  throw new Error("This update holds more than plain text.");
}

export {
  absent as ContentAny,
  absent as ContentBinary,
  absent as ContentDoc,
  absent as ContentEmbed,
  absent as ContentFormat,
  absent as ContentJSON,
  absent as ContentType,
  absent as Snapshot,
  absent as YArray,
  absent as YEvent,
  absent as YMap,
  absent as YXmlElement,
  absent as YXmlFragment,
  absent as YXmlHook,
  absent as cleanupYTextAfterTransaction,
  absent as isVisible,
  absent as readContentAny,
  absent as readContentBinary,
  absent as readContentDoc,
  absent as readContentEmbed,
  absent as readContentFormat,
  absent as readContentJSON,
  absent as readContentType,
};
