// Small helps by data- attributes. Every page works without them.
const root = document.documentElement
root.dataset.js = ''

document.querySelector('[data-focus]')?.focus()

for (const box of document.querySelectorAll('details[data-closing]')) {
  document.addEventListener('click', (event) => {
    if (!box.contains(event.target)) box.open = false
  })
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    box.open = false
    box.querySelector('summary').focus()
  })
}

for (const form of document.querySelectorAll('[data-bulk]')) {
  const head = form.querySelector('[data-select-all]')
  const boxes = [...form.querySelectorAll('tbody input[name="ids"]')]
  const count = form.querySelector('[data-bulk-count]')
  const update = () => {
    const chosen = boxes.filter((box) => box.checked).length
    if (count) count.textContent = String(chosen)
    if (!head) return
    head.checked = chosen > 0 && chosen === boxes.length
    head.indeterminate = chosen > 0 && chosen < boxes.length
  }
  head?.addEventListener('change', () => {
    for (const box of boxes) box.checked = head.checked
    update()
  })
  form.addEventListener('change', update)
  update()
}

// Reasons of a return: their sentences join the text, where they can still be edited.
for (const box of document.querySelectorAll('[data-reason]')) {
  box.addEventListener('change', () => {
    const text = document.getElementById(box.dataset.reason)
    const sentence = box.nextElementSibling?.textContent.trim() ?? ''
    const lines = text.value.split('\n').filter((line) => line.trim() !== '' && line.trim() !== sentence)
    if (box.checked) lines.push(sentence)
    text.value = lines.join('\n')
  })
}

for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async (event) => {
    if (!navigator.clipboard) return
    event.preventDefault()
    await navigator.clipboard.writeText(button.dataset.copy)
    const word = button.querySelector('span') ?? button
    word.textContent = button.dataset.done
  })
}

for (const button of document.querySelectorAll('[data-share]')) {
  if (!navigator.share) continue
  button.addEventListener('click', (event) => {
    event.preventDefault()
    navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => undefined)
  })
}

for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => window.print())

// Progress: each event carries the next state of the partial; the last one reloads the page.
const follow = (box) => {
  const events = new EventSource(box.dataset.events)
  let shown = box
  events.addEventListener('message', (event) => {
    const holder = document.createElement('template')
    holder.innerHTML = event.data
    const next = holder.content.querySelector('[data-progress]')
    if (!next) return
    shown.replaceWith(next)
    shown = next
    if (!('finished' in next.dataset)) return
    events.close()
    location.reload()
  })
}
for (const box of document.querySelectorAll('[data-events]')) follow(box)

// A grid of boxes: Enter goes to the same box of the next line; from the last line it sends the form.
for (const grid of document.querySelectorAll('[data-grid]')) {
  grid.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || !event.target.dataset.column) return
    const boxes = [...grid.querySelectorAll(`[data-column="${event.target.dataset.column}"]`)]
    const next = boxes[boxes.indexOf(event.target) + (event.shiftKey ? -1 : 1)]
    if (!next) return
    event.preventDefault()
    next.focus()
    next.select()
  })
}
