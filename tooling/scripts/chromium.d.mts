export function findOrInstallChromium(): string | undefined;
export function findAfter(find: () => string | undefined, installs: (() => boolean)[]): string | undefined;
