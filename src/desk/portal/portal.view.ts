import { paths, withQuery } from '../../paths.js'
import { figure } from '../../shared/figures.js'
import { occupationFields } from '../../registry/occupations/occupation-field.data.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { yuanShort } from '../../shared/money.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { List } from '../../web/table-models.js'
import type { CourseSearch, FieldCount, OpenCourse } from './portal.queries.js'
import { guideWords } from './portal.words.js'

const icons: Record<string, string> = {
  care: 'heart-pulse',
  home: 'house',
  building: 'building',
  making: 'tools',
  digital: 'cpu',
  commerce: 'bag',
  hospitality: 'cup-hot',
  transport: 'truck',
  property: 'tree',
  farming: 'flower1',
  other: 'book',
}
const guides = [...new Set(Object.keys(guideWords).map((key) => key.slice(0, -1)))]
export const fieldName = (t: Translate, code: string): string =>
  occupationFields.find((field) => field.code === code)?.[t.lang === 'en' ? 'en' : 'zh'] ?? code

export interface PortalData {
  year: number
  personTimes: number
  people: number
  fields: FieldCount[]
  courseTotal: number
  runs: { id: string; title: string; course: string; startsOn: string; organisationName: string }[]
}

export function portalPage(t: Translate, data: PortalData) {
  return {
    layout: 'public' as const,
    title: t('portal.title'),
    ownTitle: true,
    width: 'wide' as const,
    bare: true,
    headline: [t('portal.headline1'), t('portal.headline2')],
    year: data.year,
    figures: [
      {
        label: t('portal.trained', { year: data.year }),
        value: figure(data.personTimes),
        unit: t('portal.personTimesUnit'),
      },
      { label: t('portal.people'), value: figure(data.people), unit: t('portal.peopleUnit') },
    ],
    verifyAction: paths.verify.form(),
    coursesHref: paths.openCourses(),
    courseTotal: t('portal.allCourses', { count: data.courseTotal }),
    fields: data.fields.slice(0, 6).map(({ field, names, courses, runs }) => ({
      icon: icons[field] ?? 'book',
      text: fieldName(t, field),
      href: withQuery(paths.openCourses(), { field }),
      names: names.join(t.lang === 'en' ? ', ' : '、'),
      line: t('portal.fieldLine', { courses, runs }),
    })),
    runs: data.runs.map(({ title, course, startsOn, organisationName }) => ({
      text: title,
      href: withQuery(paths.openCourses(), { q: course }),
      sub: organisationName,
      right: startsOn,
      time: true,
    })),
    guides: guides.slice(0, 6).map((key) => ({ text: t(`guides.${key}Q`), href: `${paths.help()}#${key}` })),
    helpHref: paths.help(),
  }
}

export function openCoursesPage(
  t: Translate,
  rows: readonly OpenCourse[],
  page: PageOf,
  search: CourseSearch,
): Page & { list: List } {
  const columns = [
    { label: t('portal.courseColumn') },
    { label: t('portal.institution') },
    { label: t('portal.hours'), n: true },
    { label: t('portal.fee') },
    { label: t('portal.next') },
  ]
  const any = { value: '', label: t('frame.all') }
  return {
    layout: 'public',
    title: t('portal.openCourses'),
    meta: t('portal.total', { count: page.total }),
    lead: t('portal.howToEnrol', { phone: t('frame.phoneNumber') }),
    list: {
      filter: {
        action: paths.openCourses(),
        fields: fill(
          [
            { name: 'q', label: t('portal.search'), kind: 'text' },
            {
              name: 'field',
              label: t('portal.field'),
              kind: 'select',
              options: [any, ...occupationFields.map(({ code }) => ({ value: code, label: fieldName(t, code) }))],
            },
            {
              name: 'region',
              label: t('portal.county'),
              kind: 'select',
              options: [any, ...threeCounties.map((code) => ({ value: code, label: regionName(code, t.lang) }))],
            },
          ],
          search as Record<string, string>,
        ),
      },
      ...(rows.length > 0
        ? {
            table: {
              caption: t('portal.openCourses'),
              columns,
              rows: rows.map((row) => ({
                cells: [
                  { text: row.title, ...(row.level && { sub: levelPrinted(row.level as Level, t.lang) }) },
                  { text: row.institution },
                  { text: String(row.hours), n: true },
                  {
                    text:
                      row.funding === 'subsidised' && row.feeFen === 0
                        ? t('portal.free')
                        : row.feeFen === 0
                          ? t('courses.free')
                          : t('portal.yuan', { amount: yuanShort(row.feeFen) }),
                  },
                  row.next
                    ? {
                        text: row.next.startsOn,
                        num: true,
                        sub: `${regionName(row.next.region, t.lang)} ${row.next.place}`,
                      }
                    : { text: t('portal.noNext') },
                ],
              })),
            },
          }
        : { empty: { filtered: true, title: t('portal.none') } }),
      clearHref: paths.openCourses(),
      pager: pagerOf(page, (number) => withQuery(paths.openCourses(), { ...search, page: number })),
    },
  }
}

export const helpPage = (t: Translate) => ({
  layout: 'public' as const,
  title: t('portal.help'),
  lead: t('portal.helpLead'),
  guides: guides.map((key) => ({ id: key, question: t(`guides.${key}Q`), answer: t(`guides.${key}A`) })),
})
export interface LinkGroup {
  title: string
  items: readonly { text: string; href: string }[]
}

/** What anybody may open, and below it the menu of whoever is signed in. */
export const siteMapPage = (t: Translate, menu: readonly LinkGroup[]) => ({
  layout: 'public' as const,
  title: t('frame.siteMap'),
  groups: [
    {
      title: t('portal.forEverybody'),
      items: [
        { text: t('portal.title'), href: paths.portal() },
        { text: t('frame.verify'), href: paths.verify.form() },
        { text: t('portal.openCourses'), href: paths.openCourses() },
        { text: t('portal.help'), href: paths.help() },
        { text: t('portal.accessibility'), href: paths.accessibility() },
        { text: t('mistakes.formTitle'), href: paths.mistakes.form() },
        ...(menu.length === 0 ? [{ text: t('frame.signIn'), href: paths.signIn() }] : []),
      ],
    },
    ...menu,
  ],
})
export const accessibilityPage = (t: Translate) => ({
  layout: 'public' as const,
  title: t('portal.accessibility'),
  lead: t('portal.accessibilityLead'),
  guides: ['phone', 'keyboard'].map((key) => ({ id: key, question: t(`guides.${key}Q`), answer: t(`guides.${key}A`) })),
})
