/** For pages with a token in their address: it is told to nobody, not even to ourselves. */
export const headers = () => ({ "referrer-policy": "no-referrer" });
