import { changePassword } from "@tenantry/core/identity/change-password";
import { forgotPassword } from "@tenantry/core/identity/forgot-password";
import { readProfile, updateProfile } from "@tenantry/core/identity/profile";
import { resetPassword } from "@tenantry/core/identity/reset-password";
import { acceptInvitation } from "@tenantry/core/invitations/accept";
import { askForInvitation } from "@tenantry/core/invitations/ask";
import { makeInvitationLink } from "@tenantry/core/invitations/link";
import { openInvitation } from "@tenantry/core/invitations/open";
import { resendInvitation } from "@tenantry/core/invitations/resend";
import { chooseNotice, readNotices } from "@tenantry/core/notices/choices";
import { exampleIds, examplePassword, exampleTokens } from "./examples.ts";
import { operation } from "./operation.ts";
import { passwordAnswer, signedIn, signedInAnswer, signedInOrPending } from "./sessions.ts";

const newPassword = "a longer sentence nobody guesses";

export const peopleRoutes = [
  operation({
    id: "readProfile",
    verb: readProfile,
    method: "get",
    path: "/profile",
    summary: "Read who you are here",
    example: {},
  }),
  operation({
    id: "updateProfile",
    verb: updateProfile,
    method: "patch",
    path: "/profile",
    summary: "Change your name",
    example: { name: "Maya Lindqvist" },
    status: 204,
  }),
  operation({
    id: "changePassword",
    verb: changePassword,
    method: "post",
    path: "/password",
    summary: "Change your password; all other sessions end",
    example: { current: examplePassword, password: newPassword, confirm: newPassword },
    status: 201,
    answer: signedInAnswer,
    respond: signedIn,
  }),
  operation({
    id: "readNotices",
    verb: readNotices,
    method: "get",
    path: "/profile/notices",
    summary: "Read which notices reach you by mail",
    example: {},
  }),
  operation({
    id: "chooseNotice",
    verb: chooseNotice,
    method: "post",
    path: "/profile/notices",
    summary: "Choose whether a kind of notice reaches you",
    example: { kind: "invitation_accepted", wanted: false },
    status: 204,
  }),
  operation({
    id: "forgotPassword",
    verb: forgotPassword,
    method: "post",
    path: "/password/forgot",
    summary: "Ask for a reset link; the answer is the same for every address",
    example: { email: "maya@example.com" },
    status: 204,
  }),
  operation({
    id: "resetPassword",
    verb: resetPassword,
    method: "post",
    path: "/password/reset",
    summary: "Set a new password by a mailed link",
    example: { token: exampleTokens.reset, password: newPassword, confirm: newPassword },
    status: 201,
    answer: passwordAnswer,
    respond: signedInOrPending,
  }),
  operation({
    id: "openInvitation",
    verb: openInvitation,
    method: "get",
    path: "/invitations/{token}",
    summary: "Look at an invitation; looking does not use it up",
    example: { token: exampleTokens.invitation },
  }),
  operation({
    id: "acceptInvitation",
    verb: acceptInvitation,
    method: "post",
    path: "/invitations/{token}/accept",
    summary: "Accept an invitation: set name and password, be signed in",
    example: {
      token: exampleTokens.invitation,
      name: "Jo van Dijk",
      password: newPassword,
      confirm: newPassword,
    },
    status: 201,
    answer: signedInAnswer,
    respond: signedIn,
  }),
  operation({
    id: "askForInvitation",
    verb: askForInvitation,
    method: "post",
    path: "/invitations/{token}/ask",
    summary: "Ask for a new invitation in place of one that has run out; whoever invited is told",
    example: { token: exampleTokens.invitation },
    status: 204,
  }),
  operation({
    id: "resendInvitation",
    verb: resendInvitation,
    method: "post",
    path: "/resellers/{accountId}/invitation/resend",
    summary: "Mail a reseller's invitation again; earlier links stop working",
    example: { accountId: exampleIds.invitedReseller },
    status: 204,
  }),
  operation({
    id: "makeInvitationLink",
    verb: makeInvitationLink,
    method: "post",
    path: "/resellers/{accountId}/invitation/link",
    summary: "Make an activation link to copy and pass on",
    example: { accountId: exampleIds.invitedReseller },
    status: 201,
  }),
];
