import { expect } from 'chai'
import express from 'express'
import request from 'supertest'
import { asDownload } from '../../src/web/download.js'

describe('asDownload', () => {
  it('keeps what stands before a slash in a name', async () => {
    const app = express().get('/', (_req, res) => void asDownload(res, '砌筑工（三级/高级工）第5期.xlsx').send('x'))
    const { headers } = await request(app).get('/')
    expect(decodeURIComponent(headers['content-disposition']!)).to.include('砌筑工（三级／高级工）第5期.xlsx')
  })
})
