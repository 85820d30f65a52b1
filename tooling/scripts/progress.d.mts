export declare function elapsed(): number;
export declare function step(text: string): void;
export declare function giveUp(sentence: string): never;
