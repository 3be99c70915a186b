/** Text of a number on its way: as many decimals as its goal prints, and exactly the goal's text at the end. */
export function countedText(value: number, goal: number, text: string): string {
  if (value === goal) return text;
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return Math.max(0, value).toFixed(decimals);
}
