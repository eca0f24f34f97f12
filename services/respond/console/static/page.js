// What every page does: shows times as the reader keeps them, follows what happens, and says that the agent is here.
import { startTimes } from "./times.js";
import { follow } from "./live.js";
import { startPresence } from "./presence.js";
import { startKeys } from "./keyboard/keys.js";
import { startSheet } from "./keyboard/sheet.js";
import { startPalette } from "./keyboard/palette.js";
import { startGoing } from "./keyboard/going.js";
import { startDialogs } from "./dialogs.js";
import { startRows } from "./queue/rows.js";
import { startPicking } from "./queue/picking.js";
import { startActions } from "./actions.js";
import { startNotices } from "./notices.js";
import { startCase } from "./case/start.js";

document.documentElement.classList.add("scripted");
startTimes();
startPresence();
startRows();
startPicking();
startActions();
startCase();
startGoing();
startSheet();
startPalette();
startDialogs();
startKeys();
follow();
startNotices();
