/** The check digit of Luhn: one wrong digit or two that changed places are found. */
function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}

/** XA-LA- and twelve digits, the last one of them for checking. `draw` is a number from 0 to 99,999,999,999. */
export function accountNumber(draw: number): string {
  const digits = String(draw).padStart(11, '0')
  return `XA-LA-${digits}${checkDigit(digits)}`
}

/** As printed: XA-LA-0000 4721 0025. */
export const printedNumber = (number: string): string => number.replace(/(\d{4})(\d{4})(\d{4})$/, '$1 $2 $3')

export function isAccountNumber(text: string): boolean {
  const digits = /^XA-LA-(\d{12})$/.exec(text)?.[1]
  return digits !== undefined && checkDigit(digits.slice(0, 11)) === digits[11]
}
