// Comments on an answer: typing "@" offers the people of the entry. Without this, names are typed in full.
import { start } from "../lib/mentioning";

for (const area of document.querySelectorAll<HTMLTextAreaElement>("textarea")) start(area);
