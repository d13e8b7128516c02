import type { DocumentInputs } from '../../../src/documents/index.ts'
import { head, official } from './common.ts'

export const meetingMinutes: DocumentInputs['meeting-minutes'] = {
  frame: official,
  head: { ...head, issuer: '示例县财政局', issuedOn: '2022-09-08' },
  jurisdictionName: '示例县',
  content: {
    name: '示例县预算绩效一体化管理试点第一次联席会议',
    heldOn: '2022-09-06',
    place: '县财政局三楼会议室',
    chair: '马某某',
    attendees: '县财政局、农业农村局、水务局有关负责人',
    agenda: [
      { item: '通报试点项目推荐情况', reporter: '县财政局' },
      { item: '研究试点项目事前绩效评估安排', reporter: '' },
    ],
    minutes: '会议听取了试点项目推荐情况。\n会议要求各部门按日程推进，绩效目标与预算同步申报。',
    decisions: [
      { decision: '9月底前报送事前绩效评估资料', department: '示例县水务局', dueOn: '2022-09-30' },
      { decision: '财政局统一组织专家评估', department: '', dueOn: null },
    ],
  },
}
