/** 12,345: both languages group figures by thousands. */
export const figure = (n: number): string => n.toLocaleString('en-US')
