// The parts of Yjs that a page of ours is made of. This stands in the place of Yjs's own list (src/internals.js), so that
// the rest of Yjs is never fetched. Its files are taken as they are; only the shared text is our own (text.js).
// frontend/tests/yjs.test.ts holds whole and kept together: same edits, same bytes, same text.
export {
  addToDeleteSet,
  createDeleteSet,
  createDeleteSetFromStructStore,
  DeleteItem,
  DeleteSet,
  findIndexDS,
  isDeleted,
  iterateDeletedStructs,
  mergeDeleteSets,
  readAndApplyDeleteSet,
  readDeleteSet,
  sortAndMergeDeleteSet,
  writeDeleteSet,
} from "yjs/src/utils/DeleteSet.js";
export { Doc, generateNewClientId } from "yjs/src/utils/Doc.js";
export {
  applyUpdate,
  applyUpdateV2,
  decodeStateVector,
  encodeStateAsUpdate,
  encodeStateVector,
  readUpdateV2,
  writeClientsStructs,
  writeStructsFromTransaction,
} from "yjs/src/utils/encoding.js";
export {
  addEventHandlerListener,
  callEventHandlerListeners,
  createEventHandler,
  EventHandler,
  removeEventHandlerListener,
} from "yjs/src/utils/EventHandler.js";
export { compareIDs, createID, findRootTypeKey, ID } from "yjs/src/utils/ID.js";
export { isParentOf } from "yjs/src/utils/isParentOf.js";
export {
  addStruct,
  findIndexCleanStart,
  findIndexSS,
  getItem,
  getItemCleanEnd,
  getItemCleanStart,
  getState,
  getStateVector,
  iterateStructs,
  replaceStruct,
  StructStore,
} from "yjs/src/utils/StructStore.js";
export { addChangedTypeToTransaction, nextID, transact, Transaction } from "yjs/src/utils/Transaction.js";
export { StackItem, UndoManager } from "yjs/src/utils/UndoManager.js";
export { convertUpdateFormatV2ToV1, diffUpdateV2, mergeUpdates, mergeUpdatesV2 } from "yjs/src/utils/updates.js";
export { AbstractType, callTypeObservers } from "yjs/src/types/AbstractType.js";
export { AbstractStruct } from "yjs/src/structs/AbstractStruct.js";
export { ContentDeleted, readContentDeleted } from "yjs/src/structs/ContentDeleted.js";
export { ContentString, readContentString } from "yjs/src/structs/ContentString.js";
export { GC } from "yjs/src/structs/GC.js";
export { followRedone, Item, keepItem, readItemContent, redoItem, splitItem } from "yjs/src/structs/Item.js";
export { Skip } from "yjs/src/structs/Skip.js";

// One codec, the first, is what travels and what the server reads. Yjs writes what it must keep aside for a while in its
// second one, and reads it again itself: here that is the first as well.
export {
  DSDecoderV1,
  DSDecoderV1 as DSDecoderV2,
  UpdateDecoderV1,
  UpdateDecoderV1 as UpdateDecoderV2,
} from "yjs/src/utils/UpdateDecoder.js";
export {
  DSEncoderV1,
  DSEncoderV1 as DSEncoderV2,
  UpdateEncoderV1,
  UpdateEncoderV1 as UpdateEncoderV2,
} from "yjs/src/utils/UpdateEncoder.js";

export { SharedText as YText } from "./text.js";
export * from "./absent.js";
