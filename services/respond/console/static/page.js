// What every page does: shows times as the reader keeps them, follows what happens, and says that the agent is here.
import { startTimes } from "./times.js";
import { follow } from "./live.js";
import { startPresence } from "./presence.js";
import { startRows } from "./rows.js";
import { startReply } from "./reply.js";
import { startActions } from "./actions.js";
import { startForms } from "./forms.js";
import { startAside } from "./aside.js";
import { startApproval } from "./approval.js";
import { startNotices } from "./notices.js";

document.documentElement.classList.add("scripted");
startTimes();
startPresence();
startRows();
startActions();
startForms();
startAside();
startApproval();
startReply();
follow();
startNotices();
