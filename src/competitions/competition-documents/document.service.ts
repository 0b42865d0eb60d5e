import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import type { Infra } from '../../infra/infra.js'
import { transact } from '../../infra/mongo.js'
import { forbidden, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { addStep, loadCompetition } from '../competitions/competition-record.js'
import type { DocumentKind } from '../competitions/competition.model.js'
import { isHost } from '../competitions/competition.rules.js'
import { takesDocuments } from './document.rules.js'

export interface NewDocument {
  kind: DocumentKind
  title: string
  fileName: string
  bytes: Buffer
  contentType: string
}

/** 通知 and 技术文件 of a competition, uploaded by its host until it is over. */
export function createDocumentService({ clock, files }: Pick<Infra, 'clock' | 'files'>) {
  return {
    /** A new notice or technical document takes the place of the old, which stays. */
    async add(
      competitionId: string,
      { kind, title, fileName, bytes, contentType }: NewDocument,
      actor: Actor,
    ): Promise<void> {
      await transact(async () => {
        const competition = await loadCompetition(competitionId, actor)
        if (!isHost(actor, competition)) throw forbidden('not-yours')
        if (!takesDocuments(competition.state)) throw refused('competitions.frozen')
        const file = await files.put(bytes, contentType)
        if (kind !== 'other')
          for (const old of competition.documents)
            if (old.kind === kind && !old.replacedAt) old.replacedAt = clock.now()
        competition.documents.push({
          id: newId(),
          kind,
          title,
          file,
          fileName,
          size: bytes.length,
          at: clock.now(),
          byId: actor.id,
          byName: actor.name,
        })
        addStep(competition, clock, actor, { act: 'document-added', note: title })
        await competition.save()
        noteAct('competition', competitionId, { act: 'document-added' })
      })
    },
  }
}
export type DocumentService = ReturnType<typeof createDocumentService>
