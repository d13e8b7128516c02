// Generated from rules/forms by `npm run generate`; change the form, not this file.

/** 第三方机构登记表 · 主评人 */
export type EvaluationAgencyEntryLeadsRow = {
  /** 姓名 */
  readonly name?: string | null
  /** 职称或执业资格 */
  readonly licence?: string | null
  /** 参加工作 */
  readonly workFrom?: string | null
  /** 首次从事绩效评价 */
  readonly evaluationFrom?: string | null
  /** 五年内无相关刑事处罚 */
  readonly hasNoRecord?: boolean | null
}

/** 第三方机构登记表 · 关联单位 */
export type EvaluationAgencyEntryTiesRow = {
  /** 单位 */
  readonly institution?: string | null
  /** 关系 */
  readonly tie?: 'parent' | 'shareholder' | 'business' | 'other' | null
  /** 止 */
  readonly until?: string | null
}

/** 第三方机构登记表 · 查实的投诉 */
export type EvaluationAgencyEntryComplaintsRow = {
  /** 查实日期 */
  readonly on?: string | null
  /** 事由和处理 */
  readonly note?: string | null
}

/** 第三方机构登记表 */
export type EvaluationAgencyEntryContent = {
  /** 第三方机构 */
  readonly agency?: string | null
  /** 机构类型 */
  readonly agencyType?: 'consulting' | 'accounting' | 'appraisal' | 'law' | 'research' | 'university' | 'other' | null
  /** 统一社会信用代码 */
  readonly creditCode?: string | null
  /** 联系人和电话 */
  readonly contact?: string | null
  /** 从事绩效评价的专职人员 */
  readonly staffCount?: number | null
  /** 信用管理平台登记编号 */
  readonly platformNumber?: string | null
  /** 平台登记日期 */
  readonly platformOn?: string | null
  /** 能够独立承担民事责任 */
  readonly bearsLiability?: boolean | null
  /** 与委托方和评价对象没有隶属关系 */
  readonly isIndependent?: boolean | null
  /** 财务会计制度健全 */
  readonly hasSoundAccounts?: boolean | null
  /** 有质量控制、档案和保密制度 */
  readonly hasQualityRules?: boolean | null
  /** 近三年没有严重违法失信记录 */
  readonly hasNoViolation?: boolean | null
  /** 无违法失信声明日期 */
  readonly noViolationOn?: string | null
  /** 声明和证明材料 */
  readonly statementFiles?: readonly string[] | null
  /** 主评人 */
  readonly leads?: readonly EvaluationAgencyEntryLeadsRow[] | null
  /** 关联单位 */
  readonly ties?: readonly EvaluationAgencyEntryTiesRow[] | null
  /** 查实的投诉 */
  readonly complaints?: readonly EvaluationAgencyEntryComplaintsRow[] | null
}

/** 第三方评价委托书 · 付款安排 */
export type EvaluationEngagementPaymentsRow = {
  /** 付款条件 */
  readonly stage?: string | null
  /** 比例 */
  readonly share?: string | null
  /** 报告验收后支付 */
  readonly isAfterAcceptance?: boolean | null
  /** 支付日期 */
  readonly paidOn?: string | null
}

/** 第三方评价委托书 · 工作底稿目录 */
export type EvaluationEngagementPapersRow = {
  /** 底稿名称 */
  readonly name?: string | null
  /** 形成日期 */
  readonly madeOn?: string | null
  /** 编制人 */
  readonly maker?: string | null
  /** 保存地点或文件 */
  readonly keptAt?: string | null
  /** 附件 */
  readonly files?: readonly string[] | null
}

/** 第三方评价委托书 · 验收评分 */
export type EvaluationEngagementAcceptanceRow = {
  /** 验收内容 */
  readonly item?: string | null
  /** 分值 */
  readonly weight_x100?: number | null
  /** 得分 */
  readonly score_x100?: number | null
  /** 说明 */
  readonly comment?: string | null
}

/** 第三方评价委托书 · 本次委托产生的信用记录 */
export type EvaluationEngagementEventsRow = {
  /** 事项 */
  readonly event?: 'late' | 'redo' | null
  /** 日期 */
  readonly on?: string | null
  /** 说明 */
  readonly note?: string | null
}

/** 第三方评价委托书 */
export type EvaluationEngagementContent = {
  /** 受托第三方机构 */
  readonly agency?: string | null
  /** 委托单位 */
  readonly commissioner?: string | null
  /** 评价项目 */
  readonly objectName?: string | null
  /** 被评价单位 */
  readonly unitName?: string | null
  /** 主管部门 */
  readonly departmentName?: string | null
  /** 主评人 */
  readonly leadEvaluator?: string | null
  /** 报告提交期限 */
  readonly reportDueOn?: string | null
  /** 与被评价单位负责人或经办人有亲属关系 */
  readonly hasKinship?: boolean | null
  /** 与被评价单位有业务往来 */
  readonly hasBusiness?: boolean | null
  /** 参加过本项目的策划、监理或审计 */
  readonly tookPart?: boolean | null
  /** 报酬与评价结果挂钩 */
  readonly hasContingentFee?: boolean | null
  /** 曾在被评价单位任职或持有其股份 */
  readonly hadTie?: boolean | null
  /** 任职或持股的截止日期 */
  readonly tiedUntil?: string | null
  /** 情况说明 */
  readonly conflictNote?: string | null
  /** 承诺书文本版本 */
  readonly pledgeVersion?: string | null
  /** 承诺书 */
  readonly pledgeText?: string | null
  /** 本机构已阅读并承诺 */
  readonly pledgeAccepted?: boolean | null
  /** 委托事项 */
  readonly subject?: string | null
  /** 评价对象 */
  readonly object?: string | null
  /** 服务内容 */
  readonly content?: string | null
  /** 期限 */
  readonly periodText?: string | null
  /** 价款 */
  readonly price_fen?: string | null
  /** 权利义务 */
  readonly rights?: string | null
  /** 违约责任 */
  readonly breach?: string | null
  /** 付款安排 */
  readonly payments?: readonly EvaluationEngagementPaymentsRow[] | null
  /** 合同文本 */
  readonly contractFiles?: readonly string[] | null
  /** 工作底稿目录 */
  readonly papers?: readonly EvaluationEngagementPapersRow[] | null
  /** 验收评分 */
  readonly acceptance?: readonly EvaluationEngagementAcceptanceRow[] | null
  /** 验收得分 */
  readonly acceptanceTotal_x100?: number | null
  /** 验收结果 */
  readonly verdict?: 'accept' | 'revise' | 'redo' | null
  /** 验收意见 */
  readonly acceptanceNote?: string | null
  /** 本次委托产生的信用记录 */
  readonly events?: readonly EvaluationEngagementEventsRow[] | null
}

/** 项目支出绩效评价表 · 评价组名单 */
export type EvaluationFinanceGroupRow = {
  /** 人员 */
  readonly person?: string | null
  /** 职责 */
  readonly duty?: 'leader' | 'member' | null
  /** 分工 */
  readonly task?: string | null
}

/** 项目支出绩效评价表 · 申报和承诺 */
export type EvaluationFinanceMembersRow = {
  /** 人员 */
  readonly person?: string | null
  /** 职责 */
  readonly duty?: 'leader' | 'member' | null
  /** 专家 */
  readonly isExpert?: boolean | null
  /** 承诺日期 */
  readonly pledgedOn?: string | null
}

/** 项目支出绩效评价表 · 资料清单 */
export type EvaluationFinanceRequestsRow = {
  /** 资料 */
  readonly material?: string | null
  /** 提供期限 */
  readonly dueOn?: string | null
  /** 收到日期 */
  readonly deliveredOn?: string | null
  /** 没有收到的原因 */
  readonly note?: string | null
}

/** 项目支出绩效评价表 · 提供的资料 */
export type EvaluationFinanceDeliveriesRow = {
  /** 资料 */
  readonly material?: string | null
  /** 附件 */
  readonly files?: readonly string[] | null
  /** 说明 */
  readonly note?: string | null
}

/** 项目支出绩效评价表 · 现场调查记录 */
export type EvaluationFinanceFieldSurveysRow = {
  /** 日期 */
  readonly visitedOn?: string | null
  /** 地点 */
  readonly place?: string | null
  /** 参加人员 */
  readonly people?: string | null
  /** 调查内容 */
  readonly content?: string | null
  /** 发现的情况 */
  readonly finding?: string | null
  /** 照片和记录 */
  readonly files?: readonly string[] | null
}

/** 项目支出绩效评价表 · 问卷 */
export type EvaluationFinanceQuestionnairesRow = {
  /** 调查对象 */
  readonly group?: string | null
  /** 总体人数 */
  readonly population?: number | null
  /** 发放 */
  readonly sent?: number | null
  /** 收回 */
  readonly returned?: number | null
  /** 有效 */
  readonly valid?: number | null
  /** 非常满意 */
  readonly verySatisfied?: number | null
  /** 满意 */
  readonly satisfied?: number | null
  /** 一般 */
  readonly neutral?: number | null
  /** 不满意 */
  readonly dissatisfied?: number | null
  /** 非常不满意 */
  readonly veryDissatisfied?: number | null
  /** 偏差说明 */
  readonly biasNote?: string | null
}

/** 项目支出绩效评价表 · 评价指标 */
export type EvaluationFinanceScoresRow = {
  /** 行号 */
  readonly id?: string | null
  /** 一级指标 */
  readonly level1?: 'decision' | 'process' | 'output' | 'benefit' | null
  /** 编号 */
  readonly itemCode?: string | null
  /** 二级指标 */
  readonly level2?: string | null
  /** 三级指标 */
  readonly name?: string | null
  /** 分值 */
  readonly weight_x100?: number | null
  /** 得分 */
  readonly score_x100?: number | null
  /** 评分依据 */
  readonly basis?: string | null
  /** 佐证附件 */
  readonly evidence?: readonly string[] | null
}

/** 项目支出绩效评价表 · 按方法计算的指标 */
export type EvaluationFinanceScoredByRow = {
  /** 指标编号 */
  readonly itemCode?: string | null
  /** 评分方法 */
  readonly method?: 'elements' | 'formula' | 'band' | 'deduction' | 'likert' | null
  /** 数值来源 */
  readonly valueFrom?: 'typed' | 'receivedRate' | 'executionRate' | 'satisfaction' | null
  /** 数值 */
  readonly value?: string | null
  /** 得满分的比率 */
  readonly full?: string | null
  /** 不得分的比率 */
  readonly zero?: string | null
  /** 越低越好 */
  readonly isLowerBetter?: boolean | null
}

/** 项目支出绩效评价表 · 评分要点 */
export type EvaluationFinanceStandardsRow = {
  /** 指标编号 */
  readonly itemCode?: string | null
  /** 要点、档次或扣分事项 */
  readonly label?: string | null
  /** 符合 */
  readonly isMet?: boolean | null
  /** 档次数值 */
  readonly bound?: string | null
  /** 得分比例 */
  readonly share?: string | null
  /** 处数 */
  readonly count?: number | null
  /** 每处扣分 */
  readonly each_x100?: number | null
}

/** 项目支出绩效评价表 · 评价人员评分 */
export type EvaluationFinanceRaterScoresRow = {
  /** 评价人员 */
  readonly rater?: string | null
  /** 指标编号 */
  readonly itemCode?: string | null
  /** 得分 */
  readonly points_x100?: number | null
}

/** 项目支出绩效评价表 · 问题清单 */
export type EvaluationFinanceProblemsRow = {
  /** 问题 */
  readonly problem?: string | null
  /** 依据 */
  readonly evidence?: string | null
  /** 涉及指标 */
  readonly indicator?: string | null
  /** 涉及金额 */
  readonly amount_fen?: string | null
  /** 建议 */
  readonly suggestion?: string | null
}

/** 项目支出绩效评价表 */
export type EvaluationFinanceContent = {
  /** 组织方式 */
  readonly executorKind?: 'own' | 'agency' | null
  /** 受托第三方机构 */
  readonly agency?: string | null
  /** 选定方式 */
  readonly selection?: 'openTender' | 'consultation' | 'inquiry' | 'draw' | 'direct' | null
  /** 选定过程和理由 */
  readonly selectionNote?: string | null
  /** 主评人 */
  readonly leadEvaluator?: string | null
  /** 评价目的 */
  readonly purpose?: string | null
  /** 评价对象和范围 */
  readonly scope?: string | null
  /** 评价方法 */
  readonly methods?: readonly ('costBenefit' | 'comparison' | 'factor' | 'lowestCost' | 'publicJudgement' | 'benchmark')[] | null
  /** 报告提交期限 */
  readonly reportDueOn?: string | null
  /** 评价组名单 */
  readonly group?: readonly EvaluationFinanceGroupRow[] | null
  /** 申报和承诺 */
  readonly members?: readonly EvaluationFinanceMembersRow[] | null
  /** 资料清单 */
  readonly requests?: readonly EvaluationFinanceRequestsRow[] | null
  /** 提供的资料 */
  readonly deliveries?: readonly EvaluationFinanceDeliveriesRow[] | null
  /** 现场调查记录 */
  readonly fieldSurveys?: readonly EvaluationFinanceFieldSurveysRow[] | null
  /** 没有开展现场调查的理由 */
  readonly noSurveyReason?: string | null
  /** 问卷 */
  readonly questionnaires?: readonly EvaluationFinanceQuestionnairesRow[] | null
  /** 预算资金 */
  readonly budget_fen?: string | null
  /** 实际到位资金 */
  readonly received_fen?: string | null
  /** 实际支出资金 */
  readonly spent_fen?: string | null
  /** 评价指标 */
  readonly scores?: readonly EvaluationFinanceScoresRow[] | null
  /** 按方法计算的指标 */
  readonly scoredBy?: readonly EvaluationFinanceScoredByRow[] | null
  /** 评分要点 */
  readonly standards?: readonly EvaluationFinanceStandardsRow[] | null
  /** 产出和效益低于规定比例的理由 */
  readonly weightReason?: string | null
  /** 总分 */
  readonly totalScore_x100?: number | null
  /** 评价等级 */
  readonly grade?: 'excellent' | 'good' | 'fair' | 'poor' | null
  /** 评价人员评分 */
  readonly raterScores?: readonly EvaluationFinanceRaterScoresRow[] | null
  /** 问题清单 */
  readonly problems?: readonly EvaluationFinanceProblemsRow[] | null
  /** 主要经验及做法 */
  readonly experience?: string | null
  /** 综合评价结论 */
  readonly conclusion?: string | null
  /** 未发现问题的说明 */
  readonly noProblemReason?: string | null
  /** 是否存在严重违规 */
  readonly hasSeriousViolation?: boolean | null
  /** 严重违规情况 */
  readonly seriousViolation?: string | null
  /** 单位意见采纳情况 */
  readonly replyHandling?: string | null
  /** 签章的评价报告 */
  readonly reportFiles?: readonly string[] | null
  /** 意见 */
  readonly replyKind?: 'agree' | 'object' | null
  /** 意见说明 */
  readonly unitReply?: string | null
  /** 佐证附件 */
  readonly replyFiles?: readonly string[] | null
}

/** 评价组成员申报和承诺书 */
export type EvaluationGroupPledgeContent = {
  /** 评价组成员 */
  readonly member?: string | null
  /** 职责 */
  readonly duty?: 'leader' | 'member' | null
  /** 分工 */
  readonly assignedTask?: string | null
  /** 组织单位 */
  readonly organiser?: string | null
  /** 评价项目 */
  readonly objectName?: string | null
  /** 被评价单位 */
  readonly unitName?: string | null
  /** 主管部门 */
  readonly departmentName?: string | null
  /** 与被评价单位负责人或经办人有亲属关系 */
  readonly hasKinship?: boolean | null
  /** 与被评价单位有业务往来 */
  readonly hasBusiness?: boolean | null
  /** 参加过本项目的策划、监理或审计 */
  readonly tookPart?: boolean | null
  /** 报酬与评价结果挂钩 */
  readonly hasContingentFee?: boolean | null
  /** 曾在被评价单位任职或持有其股份 */
  readonly hadTie?: boolean | null
  /** 任职或持股的截止日期 */
  readonly tiedUntil?: string | null
  /** 情况说明 */
  readonly conflictNote?: string | null
  /** 承诺书文本版本 */
  readonly pledgeVersion?: string | null
  /** 承诺书 */
  readonly pledgeText?: string | null
  /** 本人已阅读并承诺 */
  readonly pledgeAccepted?: boolean | null
}

/** 项目支出绩效自评表 · 项目资金 */
export type EvaluationSelfFundsRow = {
  /** 资金来源 */
  readonly fund?: 'fiscal' | 'carryOver' | 'other' | null
  /** 年初预算数 */
  readonly initial_fen?: string | null
  /** 全年预算数（A） */
  readonly adjusted_fen?: string | null
  /** 全年执行数（B） */
  readonly executed_fen?: string | null
}

/** 项目支出绩效自评表 · 绩效指标 */
export type EvaluationSelfScoresRow = {
  /** 行号 */
  readonly id?: string | null
  /** 指标编号 */
  readonly indicatorId?: string | null
  /** 一级指标 */
  readonly level1?: string | null
  /** 二级指标 */
  readonly level2?: string | null
  /** 三级指标 */
  readonly name?: string | null
  /** 年度指标值 */
  readonly targetText?: string | null
  /** 分值 */
  readonly weight_x100?: number | null
  /** 实际完成数 */
  readonly actual?: string | null
  /** 实际完成值 */
  readonly actualText?: string | null
  /** 实际完成日期 */
  readonly actualDate?: string | null
  /** 定性等级 */
  readonly band?: 'achieved' | 'partial' | 'missed' | null
  /** 等级内比例 */
  readonly bandPercent?: string | null
  /** 自评得分 */
  readonly score_x100?: number | null
  /** 系统计算得分 */
  readonly computedScore_x100?: number | null
  /** 计分方法 */
  readonly scoringMethod?: 'met' | 'proportion' | 'inverse' | 'passLine' | 'passLineRescaled' | 'interpolation' | 'allOrNothing' | 'range' | 'late' | 'yesno' | 'band' | null
  /** 超额完成原因 */
  readonly overReason?: 'extraWork' | 'policy' | 'targetTooLow' | 'other' | null
  /** 偏差原因分析及改进措施 */
  readonly deviationReason?: string | null
  /** 佐证附件 */
  readonly evidence?: readonly string[] | null
  /** 数据来源说明 */
  readonly sourceNote?: string | null
}

/** 项目支出绩效自评表 · 得分调整 */
export type EvaluationSelfAdjustmentsRow = {
  /** 调整事项 */
  readonly label?: string | null
  /** 加减分 */
  readonly points_x100?: number | null
}

/** 项目支出绩效自评表 · 各地完成情况 */
export type EvaluationSelfPlaceResultsRow = {
  /** 第几项指标 */
  readonly row?: number | null
  /** 地区 */
  readonly place?: string | null
  /** 资金 */
  readonly money_fen?: string | null
  /** 实际完成数 */
  readonly actual?: string | null
}

/** 项目支出绩效自评表 · 目标值偏低扣分 */
export type EvaluationSelfOverDeductionsRow = {
  /** 第几项指标 */
  readonly row?: number | null
  /** 扣分 */
  readonly points_x100?: number | null
  /** 理由 */
  readonly reason?: string | null
}

/** 项目支出绩效自评表 · 部门复核得分 */
export type EvaluationSelfDepartmentScoresRow = {
  /** 第几项指标 */
  readonly row?: number | null
  /** 复核得分 */
  readonly score_x100?: number | null
  /** 理由 */
  readonly reason?: string | null
}

/** 项目支出绩效自评表 · 财政复核得分 */
export type EvaluationSelfFinanceScoresRow = {
  /** 第几项指标 */
  readonly row?: number | null
  /** 复核得分 */
  readonly score_x100?: number | null
  /** 理由 */
  readonly reason?: string | null
}

/** 项目支出绩效自评表 */
export type EvaluationSelfContent = {
  /** 项目资金 */
  readonly funds?: readonly EvaluationSelfFundsRow[] | null
  /** 预算执行率得分 */
  readonly executionScore_x100?: number | null
  /** 执行率偏低的原因 */
  readonly executionReason?: string | null
  /** 预期目标 */
  readonly expectedGoal?: string | null
  /** 实际完成情况 */
  readonly actualGoal?: string | null
  /** 绩效指标 */
  readonly scores?: readonly EvaluationSelfScoresRow[] | null
  /** 得分调整 */
  readonly adjustments?: readonly EvaluationSelfAdjustmentsRow[] | null
  /** 总分 */
  readonly totalScore_x100?: number | null
  /** 自评等级 */
  readonly grade?: 'excellent' | 'good' | 'fair' | 'poor' | null
  /** 各地完成情况 */
  readonly placeResults?: readonly EvaluationSelfPlaceResultsRow[] | null
  /** 目标值偏低扣分 */
  readonly overDeductions?: readonly EvaluationSelfOverDeductionsRow[] | null
  /** 部门复核得分 */
  readonly departmentScores?: readonly EvaluationSelfDepartmentScoresRow[] | null
  /** 部门复核情况 */
  readonly departmentNote?: string | null
  /** 部门复核总分 */
  readonly departmentTotal_x100?: number | null
  /** 财政复核得分 */
  readonly financeScores?: readonly EvaluationSelfFinanceScoresRow[] | null
  /** 财政复核情况 */
  readonly financeNote?: string | null
  /** 财政复核总分 */
  readonly financeTotal_x100?: number | null
  /** 存在问题 */
  readonly problems?: string | null
  /** 改进措施及结果应用方案 */
  readonly measures?: string | null
  /** 填报人 */
  readonly filledBy?: string | null
}

/** 评估专家抽取表 · 各领域人数 */
export type ExanteDrawQuotasRow = {
  /** 专业领域 */
  readonly field?: 'industry' | 'finance' | 'performance' | 'engineering' | 'law' | null
  /** 抽取人数 */
  readonly count?: number | null
}

/** 评估专家抽取表 · 名单 */
export type ExanteDrawRosterRow = {
  /** 登记编号 */
  readonly entry?: string | null
  /** 专家 */
  readonly person?: string | null
  /** 姓名 */
  readonly name?: string | null
  /** 专业领域 */
  readonly fields?: readonly ('industry' | 'finance' | 'performance' | 'engineering' | 'law')[] | null
  /** 工作单位 */
  readonly employer?: string | null
  /** 排除理由 */
  readonly reasons?: string | null
}

/** 评估专家抽取表 · 此前作废的抽取 */
export type ExanteDrawEarlierRow = {
  /** 抽取编号 */
  readonly draw?: string | null
  /** 作废理由 */
  readonly reason?: string | null
}

/** 评估专家抽取表 · 抽中的专家 */
export type ExanteDrawPanelRow = {
  /** 登记编号 */
  readonly entry?: string | null
  /** 专家 */
  readonly person?: string | null
  /** 专业领域 */
  readonly field?: 'industry' | 'finance' | 'performance' | 'engineering' | 'law' | null
  /** 次序 */
  readonly place?: number | null
}

/** 评估专家抽取表 · 全部次序 */
export type ExanteDrawOrderRow = {
  /** 次序 */
  readonly place?: number | null
  /** 登记编号 */
  readonly entry?: string | null
  /** 专家 */
  readonly person?: string | null
  /** 排序值 */
  readonly key?: string | null
}

/** 评估专家抽取表 · 更换 */
export type ExanteDrawReplacementsRow = {
  /** 序号 */
  readonly number?: number | null
  /** 批次 */
  readonly round?: number | null
  /** 原专家 */
  readonly replaced?: string | null
  /** 递补专家 */
  readonly successor?: string | null
  /** 专业领域 */
  readonly field?: 'industry' | 'finance' | 'performance' | 'engineering' | 'law' | null
  /** 次序 */
  readonly place?: number | null
  /** 理由 */
  readonly reason?: string | null
  /** 日期 */
  readonly on?: string | null
}

/** 评估专家抽取表 */
export type ExanteDrawContent = {
  /** 各领域人数 */
  readonly quotas?: readonly ExanteDrawQuotasRow[] | null
  /** 公开数值 */
  readonly publicValueName?: string | null
  /** 公布日期 */
  readonly publicValueOn?: string | null
  /** 公布单位或网址 */
  readonly publicValueSource?: string | null
  /** 名单摘要（SHA-256） */
  readonly rosterHash?: string | null
  /** 名单 */
  readonly roster?: readonly ExanteDrawRosterRow[] | null
  /** 此前作废的抽取 */
  readonly earlier?: readonly ExanteDrawEarlierRow[] | null
  /** 公布的数值 */
  readonly publicValue?: string | null
  /** 种子（SHA-256） */
  readonly seed?: string | null
  /** 抽中的专家 */
  readonly panel?: readonly ExanteDrawPanelRow[] | null
  /** 全部次序 */
  readonly order?: readonly ExanteDrawOrderRow[] | null
  /** 需要更换的专家 */
  readonly replacing?: string | null
  /** 更换 */
  readonly replacements?: readonly ExanteDrawReplacementsRow[] | null
}

/** 事前绩效评估表 · 资料 */
export type ExanteEvaluationMaterialsRow = {
  /** 适用 */
  readonly appliesTo?: 'both' | 'project' | 'policy' | null
  /** 资料名称 */
  readonly item?: string | null
  /** 必需 */
  readonly isRequired?: boolean | null
  /** 状态 */
  readonly status?: 'missing' | 'received' | 'passed' | 'returned' | null
  /** 附件 */
  readonly file?: readonly string[] | null
  /** 审核说明 */
  readonly note?: string | null
}

/** 事前绩效评估表 · 专家 */
export type ExanteEvaluationExpertsRow = {
  /** 专家 */
  readonly person?: string | null
  /** 专业领域 */
  readonly field?: 'industry' | 'finance' | 'performance' | 'engineering' | 'law' | null
  /** 工作单位 */
  readonly employer?: string | null
  /** 已申报利害关系 */
  readonly isConflictDeclared?: boolean | null
  /** 组长 */
  readonly isLead?: boolean | null
}

/** 事前绩效评估表 · 一般公共预算财力测算 */
export type ExanteEvaluationAffordabilityRow = {
  /** 年度 */
  readonly year?: number | null
  /** 本级收入 */
  readonly ownRevenue_fen?: string | null
  /** 一般性转移支付和税收返还 */
  readonly generalTransfers_fen?: string | null
  /** 调入资金 */
  readonly transferredIn_fen?: string | null
  /** 动用预算稳定调节基金 */
  readonly stabilisationFund_fen?: string | null
  /** 新增一般债券 */
  readonly newGeneralBonds_fen?: string | null
  /** 净结余 */
  readonly netSurplus_fen?: string | null
  /** 上解支出 */
  readonly paidUpward_fen?: string | null
  /** 三保支出 */
  readonly threeGuarantees_fen?: string | null
  /** 债务还本付息 */
  readonly debtService_fen?: string | null
  /** 已承诺项目支出 */
  readonly committed_fen?: string | null
  /** 本项目本级负担 */
  readonly newItemLocalShare_fen?: string | null
  /** 本项目运行维护支出 */
  readonly newItemUpkeep_fen?: string | null
  /** 说明 */
  readonly note?: string | null
}

/** 事前绩效评估表 · 政府性基金预算测算 */
export type ExanteEvaluationFundAffordabilityRow = {
  /** 年度 */
  readonly year?: number | null
  /** 基金收入 */
  readonly fundRevenue_fen?: string | null
  /** 基金转移支付 */
  readonly fundTransfers_fen?: string | null
  /** 新增专项债券 */
  readonly specialBonds_fen?: string | null
  /** 基金结转结余 */
  readonly fundCarryOver_fen?: string | null
  /** 调出资金 */
  readonly fundTransferredOut_fen?: string | null
  /** 专项债务还本付息 */
  readonly fundDebtService_fen?: string | null
  /** 已承诺基金支出 */
  readonly fundCommitted_fen?: string | null
  /** 本项目基金负担 */
  readonly fundLocalShare_fen?: string | null
  /** 本项目基金运行维护支出 */
  readonly fundUpkeep_fen?: string | null
  /** 说明 */
  readonly note?: string | null
}

/** 事前绩效评估表 · 增长假设 */
export type ExanteEvaluationGrowthAssumptionsRow = {
  /** 测算项目 */
  readonly column?: 'ownRevenue_fen' | 'generalTransfers_fen' | 'transferredIn_fen' | 'stabilisationFund_fen' | 'newGeneralBonds_fen' | 'netSurplus_fen' | 'paidUpward_fen' | 'threeGuarantees_fen' | 'debtService_fen' | 'committed_fen' | 'newItemLocalShare_fen' | 'newItemUpkeep_fen' | 'fundRevenue_fen' | 'fundTransfers_fen' | 'specialBonds_fen' | 'fundCarryOver_fen' | 'fundTransferredOut_fen' | 'fundDebtService_fen' | 'fundCommitted_fen' | 'fundLocalShare_fen' | 'fundUpkeep_fen' | null
  /** 每年增长 */
  readonly rate?: string | null
  /** 依据 */
  readonly basis?: string | null
}

/** 事前绩效评估表 · 各维度得分 */
export type ExanteEvaluationPanelDimensionsRow = {
  /** 评估维度 */
  readonly dimension?: 'NEC' | 'ECO' | 'TGT' | 'IMP' | 'FND' | null
  /** 维度名称 */
  readonly dimensionLabel?: string | null
  /** 分值 */
  readonly weight_x100?: number | null
  /** 平均得分 */
  readonly score_x100?: number | null
}

/** 事前绩效评估表 · 专家评分 */
export type ExanteEvaluationPanelRatersRow = {
  /** 专家 */
  readonly person?: string | null
  /** 总分 */
  readonly total_x100?: number | null
  /** 建议结论 */
  readonly suggestedDecision?: string | null
  /** 总体意见 */
  readonly overallOpinion?: string | null
}

/** 事前绩效评估表 · 专家各维度得分 */
export type ExanteEvaluationPanelMarksRow = {
  /** 编号 */
  readonly code?: string | null
  /** 专家 */
  readonly person?: string | null
  /** 评估维度 */
  readonly dimension?: 'NEC' | 'ECO' | 'TGT' | 'IMP' | 'FND' | null
  /** 维度名称 */
  readonly dimensionLabel?: string | null
  /** 分值 */
  readonly weight_x100?: number | null
  /** 得分 */
  readonly score_x100?: number | null
  /** 明显偏离 */
  readonly isOutlier?: boolean | null
}

/** 事前绩效评估表 · 单位成本比较 */
export type ExanteEvaluationUnitCostsRow = {
  /** 数量指标 */
  readonly indicator?: string | null
  /** 本项目单位成本 */
  readonly own?: string | null
  /** 同类项目数 */
  readonly others?: number | null
  /** 下四分位数 */
  readonly lower?: string | null
  /** 中位数 */
  readonly median?: string | null
  /** 上四分位数 */
  readonly upper?: string | null
  /** 本项目的位置 */
  readonly position?: string | null
}

/** 事前绩效评估表 · 内容相似的项目 */
export type ExanteEvaluationOverlapsRow = {
  /** 项目 */
  readonly project?: string | null
  /** 相似度 */
  readonly likeness?: string | null
  /** 理由 */
  readonly reason?: string | null
}

/** 事前绩效评估表 · 核减明细 */
export type ExanteEvaluationCutLinesRow = {
  /** 支出内容 */
  readonly item?: string | null
  /** 申请金额 */
  readonly requested_fen?: string | null
  /** 核减金额 */
  readonly cut_fen?: string | null
  /** 核减理由 */
  readonly reason?: string | null
}

/** 事前绩效评估表 */
export type ExanteEvaluationContent = {
  /** 评估对象类型 */
  readonly subject?: 'project' | 'policy' | null
  /** 不开展事前绩效评估的原因 */
  readonly exemptionReason?: string | null
  /** 资料 */
  readonly materials?: readonly ExanteEvaluationMaterialsRow[] | null
  /** 评估方法 */
  readonly methods?: readonly ('costBenefit' | 'comparison' | 'factor' | 'lowestCost' | 'publicJudgement')[] | null
  /** 评估方式和步骤 */
  readonly approach?: string | null
  /** 评估组组成 */
  readonly team?: string | null
  /** 计划完成日期 */
  readonly dueOn?: string | null
  /** 专家 */
  readonly experts?: readonly ExanteEvaluationExpertsRow[] | null
  /** 一般公共预算财力测算 */
  readonly affordability?: readonly ExanteEvaluationAffordabilityRow[] | null
  /** 是否使用政府性基金预算 */
  readonly usesFundBudget?: boolean | null
  /** 政府性基金预算测算 */
  readonly fundAffordability?: readonly ExanteEvaluationFundAffordabilityRow[] | null
  /** 增长假设 */
  readonly growthAssumptions?: readonly ExanteEvaluationGrowthAssumptionsRow[] | null
  /** 随机模拟种子 */
  readonly simulationSeed?: number | null
  /** 测算结论 */
  readonly affordabilityText?: string | null
  /** 筹资是否合规 */
  readonly isFundingCompliant?: boolean | null
  /** 审查说明 */
  readonly fundingNote?: string | null
  /** 评分指标体系 */
  readonly rubricTitle?: string | null
  /** 财力维度名称 */
  readonly affordabilityLabel?: string | null
  /** 评分人数 */
  readonly raterCount?: number | null
  /** 综合得分 */
  readonly panelScore_x100?: number | null
  /** 最高最低分差 */
  readonly panelRange_x100?: number | null
  /** 总分标准差 */
  readonly panelDeviation_x100?: number | null
  /** 肯德尔和谐系数W */
  readonly kendallW?: string | null
  /** 单人评分组内相关系数ICC（2,1） */
  readonly iccSingle?: string | null
  /** 平均评分组内相关系数ICC（2,k） */
  readonly iccMean?: string | null
  /** 各维度得分 */
  readonly panelDimensions?: readonly ExanteEvaluationPanelDimensionsRow[] | null
  /** 专家评分 */
  readonly panelRaters?: readonly ExanteEvaluationPanelRatersRow[] | null
  /** 专家各维度得分 */
  readonly panelMarks?: readonly ExanteEvaluationPanelMarksRow[] | null
  /** 比较日期 */
  readonly comparedOn?: string | null
  /** 单位成本比较说明 */
  readonly unitCostText?: string | null
  /** 单位成本比较 */
  readonly unitCosts?: readonly ExanteEvaluationUnitCostsRow[] | null
  /** 重复提示说明 */
  readonly overlapText?: string | null
  /** 内容相似的项目 */
  readonly overlaps?: readonly ExanteEvaluationOverlapsRow[] | null
  /** 评估结论 */
  readonly decision?: 'SUPPORT' | 'SUPPORT_AFTER_REVISION' | 'PARTIAL' | 'REJECT' | null
  /** 申请金额 */
  readonly requested_fen?: string | null
  /** 建议支持金额 */
  readonly suggested_fen?: string | null
  /** 核减明细 */
  readonly cutLines?: readonly ExanteEvaluationCutLinesRow[] | null
  /** 结论理由 */
  readonly reasons?: string | null
  /** 意见建议 */
  readonly suggestions?: string | null
  /** 是否改变评估结论 */
  readonly isOverridden?: boolean | null
  /** 改变后的结论 */
  readonly overrideDecision?: 'SUPPORT' | 'SUPPORT_AFTER_REVISION' | 'PARTIAL' | 'REJECT' | null
  /** 改变后的支持金额 */
  readonly overrideSuggested_fen?: string | null
  /** 改变结论的理由 */
  readonly overrideReason?: string | null
}

/** 评估专家登记表 · 曾任职单位 */
export type ExanteExpertEntryEmploymentRow = {
  /** 单位 */
  readonly employer?: string | null
  /** 职务 */
  readonly post?: string | null
  /** 起 */
  readonly from?: string | null
  /** 止 */
  readonly until?: string | null
}

/** 评估专家登记表 · 利害关系 */
export type ExanteExpertEntryRelationsRow = {
  /** 有关单位 */
  readonly institution?: string | null
  /** 关系 */
  readonly relation?: 'kinship' | 'business' | 'shareholding' | 'other' | null
  /** 说明 */
  readonly note?: string | null
}

/** 评估专家登记表 */
export type ExanteExpertEntryContent = {
  /** 人员 */
  readonly person?: string | null
  /** 专业领域 */
  readonly fields?: readonly ('industry' | 'finance' | 'performance' | 'engineering' | 'law')[] | null
  /** 职称或职务 */
  readonly title?: string | null
  /** 现工作单位 */
  readonly employer?: string | null
  /** 曾任职单位 */
  readonly employment?: readonly ExanteExpertEntryEmploymentRow[] | null
  /** 利害关系 */
  readonly relations?: readonly ExanteExpertEntryRelationsRow[] | null
}

/** 评分差异组长说明 */
export type ExanteLeadNoteContent = {
  /** 评分差异 */
  readonly reasons?: string | null
  /** 说明 */
  readonly note?: string | null
}

/** 事前绩效评估评分指标体系 · 维度 */
export type ExanteRubricDimensionsRow = {
  /** 维度代码 */
  readonly code?: string | null
  /** 维度名称 */
  readonly name?: string | null
}

/** 事前绩效评估评分指标体系 · 评估要点 */
export type ExanteRubricItemsRow = {
  /** 维度代码 */
  readonly dimension?: 'NEC' | 'ECO' | 'TGT' | 'IMP' | 'FND' | null
  /** 编号 */
  readonly itemCode?: string | null
  /** 评估要点 */
  readonly item?: string | null
  /** 分值 */
  readonly weight_x100?: number | null
}

/** 事前绩效评估评分指标体系 */
export type ExanteRubricContent = {
  /** 适用对象 */
  readonly subject?: 'project' | 'policy' | null
  /** 施行日期 */
  readonly effectiveFrom?: string | null
  /** 依据文件 */
  readonly basisText?: string | null
  /** 修订说明 */
  readonly reasonText?: string | null
  /** 维度 */
  readonly dimensions?: readonly ExanteRubricDimensionsRow[] | null
  /** 评估要点 */
  readonly items?: readonly ExanteRubricItemsRow[] | null
}

/** 事前绩效评估专家评分表 · 评分 */
export type ExanteScoreSheetScoresRow = {
  /** 行号 */
  readonly id?: string | null
  /** 编号 */
  readonly itemCode?: string | null
  /** 评估维度 */
  readonly dimension?: 'NEC' | 'ECO' | 'TGT' | 'IMP' | 'FND' | null
  /** 维度名称 */
  readonly dimensionLabel?: string | null
  /** 评估要点 */
  readonly item?: string | null
  /** 分值 */
  readonly weight_x100?: number | null
  /** 评价 */
  readonly option?: 'excellent' | 'good' | 'fair' | 'poor' | null
  /** 理由 */
  readonly comment?: string | null
}

/** 事前绩效评估专家评分表 */
export type ExanteScoreSheetContent = {
  /** 评分专家 */
  readonly rater?: string | null
  /** 承诺书文本版本 */
  readonly pledgeVersion?: string | null
  /** 承诺书 */
  readonly pledgeText?: string | null
  /** 本人已阅读并承诺 */
  readonly pledgeAccepted?: boolean | null
  /** 与项目单位或项目存在利害关系 */
  readonly hasConflict?: boolean | null
  /** 利害关系说明 */
  readonly conflictNote?: string | null
  /** 评分 */
  readonly scores?: readonly ExanteScoreSheetScoresRow[] | null
  /** 总体意见 */
  readonly overallOpinion?: string | null
  /** 建议结论 */
  readonly suggestedDecision?: 'SUPPORT' | 'SUPPORT_AFTER_REVISION' | 'PARTIAL' | 'REJECT' | null
}

/** 监控问题及整改表 · 调剂明细 */
export type MonitoringFindingTransfersRow = {
  /** 方向 */
  readonly direction?: 'out' | 'in' | null
  /** 项目 */
  readonly projectName?: string | null
  /** 项目代码 */
  readonly projectCode?: string | null
  /** 金额 */
  readonly amount_fen?: string | null
  /** 用途 */
  readonly reason?: string | null
}

/** 监控问题及整改表 */
export type MonitoringFindingContent = {
  /** 问题 */
  readonly problem?: string | null
  /** 依据 */
  readonly evidence?: string | null
  /** 佐证附件 */
  readonly evidenceFiles?: readonly string[] | null
  /** 风险类型 */
  readonly verdict?: 'deviates' | 'ineffective' | 'slow' | null
  /** 涉及指标 */
  readonly indicator?: string | null
  /** 涉及资金 */
  readonly fund?: 'fiscal' | 'carryOver' | 'other' | null
  /** 处理意见 */
  readonly opinionType?: 'continue' | 'urge' | 'correct' | 'adjust_target' | 'reallocate' | 'reduce' | 'recover' | 'suspend' | 'stop' | 'terminate' | null
  /** 涉及金额 */
  readonly amount_fen?: string | null
  /** 调剂明细 */
  readonly transfers?: readonly MonitoringFindingTransfersRow[] | null
  /** 是否涉及预算调整 */
  readonly adjustmentCases?: readonly ('totalUp' | 'totalDown' | 'stabilisation' | 'keySpending' | 'debt' | 'earmarked')[] | null
  /** 人大常委会批准文号 */
  readonly congressDecision?: string | null
  /** 整改要求 */
  readonly requirement?: string | null
  /** 整改期限 */
  readonly dueOn?: string | null
  /** 整改措施 */
  readonly measure?: string | null
  /** 责任人 */
  readonly responsible?: string | null
  /** 计划完成日期 */
  readonly planDueOn?: string | null
  /** 整改结果 */
  readonly result?: string | null
  /** 佐证附件 */
  readonly resultFiles?: readonly string[] | null
  /** 移送事由 */
  readonly referralReason?: string | null
  /** 移送材料 */
  readonly referralFiles?: readonly string[] | null
  /** 回执文号 */
  readonly receiptNumber?: string | null
  /** 收到日期 */
  readonly receivedOn?: string | null
  /** 处理说明 */
  readonly receiptNote?: string | null
  /** 核实情况 */
  readonly verification?: string | null
  /** 落实金额 */
  readonly verifiedAmount_fen?: string | null
}

/** 项目支出绩效目标执行监控表 · 项目资金 */
export type MonitoringRoundExecutionRow = {
  /** 行号 */
  readonly id?: string | null
  /** 资金来源 */
  readonly fund?: 'fiscal' | 'carryOver' | 'other' | null
  /** 年初预算数 */
  readonly budget_fen?: string | null
  /** 调整后预算数 */
  readonly adjusted_fen?: string | null
  /** 截至本月执行数 */
  readonly paid_fen?: string | null
  /** 全年预计执行数 */
  readonly expected_fen?: string | null
}

/** 项目支出绩效目标执行监控表 · 绩效指标 */
export type MonitoringRoundProgressRow = {
  /** 行号 */
  readonly id?: string | null
  /** 指标编号 */
  readonly indicatorId?: string | null
  /** 一级指标 */
  readonly level1?: string | null
  /** 二级指标 */
  readonly level2?: string | null
  /** 三级指标 */
  readonly name?: string | null
  /** 年度指标值 */
  readonly targetText?: string | null
  /** 权重 */
  readonly weight_x100?: number | null
  /** 实际完成数 */
  readonly actual?: string | null
  /** 完成情况 */
  readonly actualText?: string | null
  /** 全年预计完成数 */
  readonly expected?: string | null
  /** 全年预计完成情况 */
  readonly expectedText?: string | null
  /** 完成目标可能性 */
  readonly likelihood?: 'certain' | 'possible' | 'impossible' | null
  /** 偏差原因 */
  readonly causes?: readonly ('funding' | 'system' | 'staff' | 'equipment' | 'other')[] | null
  /** 原因说明 */
  readonly causeText?: string | null
  /** 备注 */
  readonly note?: string | null
}

/** 项目支出绩效目标执行监控表 · 关键节点 */
export type MonitoringRoundMilestonesRow = {
  /** 节点编号 */
  readonly milestoneId?: string | null
  /** 节点 */
  readonly label?: string | null
  /** 计划日期 */
  readonly plannedOn?: string | null
  /** 实际日期 */
  readonly actualOn?: string | null
  /** 预计日期 */
  readonly expectedOn?: string | null
  /** 说明 */
  readonly note?: string | null
}

/** 项目支出绩效目标执行监控表 · 扩展内容 */
export type MonitoringRoundExtendedRow = {
  /** 内容 */
  readonly item?: 'procurement' | 'tendering' | 'acceptance' | 'accounting' | 'publicity' | 'assets' | null
  /** 进展 */
  readonly state?: 'none' | 'notStarted' | 'underway' | 'done' | 'problem' | null
  /** 情况说明 */
  readonly facts?: string | null
  /** 合同或涉及金额 */
  readonly amount_fen?: string | null
}

/** 项目支出绩效目标执行监控表 · 检查记录 */
export type MonitoringRoundFieldChecksRow = {
  /** 日期 */
  readonly checkedOn?: string | null
  /** 形式 */
  readonly form?: 'research' | 'inspection' | null
  /** 地点 */
  readonly place?: string | null
  /** 参加人员 */
  readonly persons?: string | null
  /** 检查情况 */
  readonly facts?: string | null
  /** 现场照片 */
  readonly photos?: readonly string[] | null
  /** 被检查单位签字人 */
  readonly signedBy?: string | null
  /** 签字记录等附件 */
  readonly file?: readonly string[] | null
}

/** 项目支出绩效目标执行监控表 · 风险研判 */
export type MonitoringRoundJudgementsRow = {
  /** 风险类型 */
  readonly verdict?: 'deviates' | 'ineffective' | 'slow' | null
  /** 程度 */
  readonly level?: 'minor' | 'serious' | 'grave' | null
  /** 研判依据 */
  readonly basis?: string | null
  /** 应对措施 */
  readonly measure?: 'urge' | 'correct' | 'adjust_target' | 'reallocate' | 'reduce' | 'recover' | 'suspend' | 'stop' | 'terminate' | null
}

/** 项目支出绩效目标执行监控表 */
export type MonitoringRoundContent = {
  /** 监控截至月份 */
  readonly month?: number | null
  /** 报送期限 */
  readonly dueOn?: string | null
  /** 重点监控 */
  readonly isKey?: boolean | null
  /** 监控模板 */
  readonly projectType?: 'works' | 'purchase' | 'subsidy' | 'service' | null
  /** 项目资金 */
  readonly execution?: readonly MonitoringRoundExecutionRow[] | null
  /** 执行进度偏差原因 */
  readonly executionCause?: string | null
  /** 绩效指标 */
  readonly progress?: readonly MonitoringRoundProgressRow[] | null
  /** 关键节点 */
  readonly milestones?: readonly MonitoringRoundMilestonesRow[] | null
  /** 扩展内容 */
  readonly extended?: readonly MonitoringRoundExtendedRow[] | null
  /** 纠偏措施 */
  readonly correctionMeasure?: string | null
  /** 责任人 */
  readonly correctionOwner?: string | null
  /** 完成日期 */
  readonly correctionDueOn?: string | null
  /** 检查记录 */
  readonly fieldChecks?: readonly MonitoringRoundFieldChecksRow[] | null
  /** 分析说明 */
  readonly analysis?: string | null
  /** 研判结果 */
  readonly verdicts?: readonly ('onTrack' | 'deviates' | 'ineffective' | 'slow')[] | null
  /** 风险研判 */
  readonly judgements?: readonly MonitoringRoundJudgementsRow[] | null
  /** 监控意见 */
  readonly opinion?: string | null
}

/** 试点验收表 · 缺项说明 */
export type PilotAcceptanceReasonsRow = {
  /** 编号 */
  readonly itemCode?: string | null
  /** 项目 */
  readonly projectName?: string | null
  /** 内容 */
  readonly item?: string | null
  /** 缺少的原因 */
  readonly reason?: string | null
}

/** 试点验收表 · 核对清单 */
export type PilotAcceptanceCompletenessRow = {
  /** 编号 */
  readonly itemCode?: string | null
  /** 项目 */
  readonly projectName?: string | null
  /** 内容 */
  readonly item?: string | null
  /** 齐全 */
  readonly isPresent?: boolean | null
  /** 说明 */
  readonly note?: string | null
  /** 缺少的原因 */
  readonly reason?: string | null
}

/** 试点验收表 · 验收标准 */
export type PilotAcceptanceCriteriaRow = {
  /** 编号 */
  readonly itemCode?: string | null
  /** 标准 */
  readonly item?: string | null
  /** 分值 */
  readonly weight_x100?: number | null
  /** 得分 */
  readonly score_x100?: number | null
  /** 评分依据 */
  readonly basis?: string | null
}

/** 试点验收表 · 核查记录 */
export type PilotAcceptanceFieldChecksRow = {
  /** 日期 */
  readonly checkedOn?: string | null
  /** 地点 */
  readonly place?: string | null
  /** 参加人员 */
  readonly persons?: string | null
  /** 核查情况 */
  readonly facts?: string | null
  /** 附件 */
  readonly file?: readonly string[] | null
}

/** 试点验收表 · 需补正的问题 */
export type PilotAcceptanceDefectsRow = {
  /** 问题 */
  readonly problem?: string | null
  /** 补正要求 */
  readonly requirement?: string | null
  /** 期限 */
  readonly dueOn?: string | null
  /** 已补正 */
  readonly isCorrected?: boolean | null
  /** 核实情况 */
  readonly checkNote?: string | null
}

/** 试点验收表 · 补正情况 */
export type PilotAcceptanceAnswersRow = {
  /** 序号 */
  readonly number?: number | null
  /** 问题 */
  readonly problem?: string | null
  /** 补正要求 */
  readonly requirement?: string | null
  /** 期限 */
  readonly dueOn?: string | null
  /** 补正情况 */
  readonly answer?: string | null
  /** 佐证 */
  readonly evidence?: string | null
  /** 附件 */
  readonly files?: readonly string[] | null
}

/** 试点验收表 */
export type PilotAcceptanceContent = {
  /** 申请说明 */
  readonly requestText?: string | null
  /** 联系人 */
  readonly contact?: string | null
  /** 缺项说明 */
  readonly reasons?: readonly PilotAcceptanceReasonsRow[] | null
  /** 核对清单 */
  readonly completeness?: readonly PilotAcceptanceCompletenessRow[] | null
  /** 标准来源 */
  readonly criteriaSource?: string | null
  /** 合格线 */
  readonly pass_x100?: number | null
  /** 验收标准 */
  readonly criteria?: readonly PilotAcceptanceCriteriaRow[] | null
  /** 核查记录 */
  readonly fieldChecks?: readonly PilotAcceptanceFieldChecksRow[] | null
  /** 需补正的问题 */
  readonly defects?: readonly PilotAcceptanceDefectsRow[] | null
  /** 验收结论 */
  readonly verdict?: 'passed' | 'correct' | 'failed' | null
  /** 验收意见 */
  readonly opinion?: string | null
  /** 补正情况 */
  readonly answers?: readonly PilotAcceptanceAnswersRow[] | null
}

/** 蓝本推广登记表 · 调整内容 */
export type PilotAdoptionAdaptedPartsRow = {
  /** 部分 */
  readonly part?: string | null
  /** 作了什么调整 */
  readonly change?: string | null
  /** 调整原因 */
  readonly reason?: string | null
}

/** 蓝本推广登记表 */
export type PilotAdoptionContent = {
  /** 蓝本名称 */
  readonly blueprint?: string | null
  /** 蓝本版本 */
  readonly blueprintVersion?: string | null
  /** 蓝本摘要 */
  readonly digest?: string | null
  /** 蓝本来自 */
  readonly fromPlaces?: string | null
  /** 采用日期 */
  readonly adoptedOn?: string | null
  /** 调整内容 */
  readonly adaptedParts?: readonly PilotAdoptionAdaptedPartsRow[] | null
  /** 说明 */
  readonly note?: string | null
}

/** 采用规范管理蓝本审批表 · 差别 */
export type PilotBlueprintUsePartsRow = {
  /** 编号 */
  readonly itemId?: string | null
  /** 部分 */
  readonly part?: 'forms' | 'parameters' | 'templates' | 'calendars' | 'indicators' | 'rubrics' | null
  /** 名称 */
  readonly title?: string | null
  /** 现行 */
  readonly currentText?: string | null
  /** 蓝本 */
  readonly proposedText?: string | null
  /** 能否采用 */
  readonly outcome?: 'different' | 'added' | 'kept' | null
  /** 说明 */
  readonly why?: string | null
  /** 采用 */
  readonly isTaken?: boolean | null
  /** 不采用的原因 */
  readonly note?: string | null
}

/** 采用规范管理蓝本审批表 */
export type PilotBlueprintUseContent = {
  /** 事项 */
  readonly mode?: 'adopt' | 'undo' | null
  /** 蓝本名称 */
  readonly name?: string | null
  /** 蓝本版本 */
  readonly blueprintVersion?: string | null
  /** 发布单位 */
  readonly publisher?: string | null
  /** SHA-256摘要 */
  readonly sha256?: string | null
  /** 取自试点 */
  readonly fromPlaces?: string | null
  /** 契约账证明 */
  readonly proof?: string | null
  /** 生效日期 */
  readonly effectiveFrom?: string | null
  /** 理由 */
  readonly reasonText?: string | null
  /** 与现行一致的项数 */
  readonly sameCount?: number | null
  /** 差别 */
  readonly parts?: readonly PilotBlueprintUsePartsRow[] | null
}

/** 预算绩效规范管理蓝本编制表 · 试点地区 */
export type PilotBlueprintPilotsRow = {
  /** 行政区划代码 */
  readonly jurisdiction?: string | null
  /** 地区 */
  readonly place?: string | null
  /** 验收日期 */
  readonly acceptedOn?: string | null
  /** 验收文号 */
  readonly documentNumber?: string | null
  /** 取用 */
  readonly isTaken?: boolean | null
}

/** 预算绩效规范管理蓝本编制表 · 取值 */
export type PilotBlueprintValuesRow = {
  /** 编号 */
  readonly itemId?: string | null
  /** 归入 */
  readonly part?: 'parameters' | 'templates' | 'calendars' | null
  /** 名称 */
  readonly title?: string | null
  /** 取值 */
  readonly text?: string | null
  /** 执行地区 */
  readonly places?: string | null
  /** 依据 */
  readonly cited?: string | null
  /** 来历 */
  readonly standing?: 'seen' | 'memory' | 'proposal' | null
  /** 取用 */
  readonly isTaken?: boolean | null
}

/** 预算绩效规范管理蓝本编制表 · 行业 */
export type PilotBlueprintSectorsRow = {
  /** 编号 */
  readonly itemId?: string | null
  /** 行业 */
  readonly title?: string | null
  /** 指标数 */
  readonly indicators?: number | null
  /** 试点使用次数 */
  readonly uses?: number | null
  /** 取用 */
  readonly isTaken?: boolean | null
}

/** 预算绩效规范管理蓝本编制表 · 地方修订的指标 */
export type PilotBlueprintLocalIndicatorsRow = {
  /** 编号 */
  readonly itemId?: string | null
  /** 指标 */
  readonly title?: string | null
  /** 来自 */
  readonly place?: string | null
  /** 依据 */
  readonly cited?: string | null
  /** 其他修订 */
  readonly note?: string | null
  /** 取用 */
  readonly isTaken?: boolean | null
}

/** 预算绩效规范管理蓝本编制表 · 评分指标体系 */
export type PilotBlueprintRubricsRow = {
  /** 编号 */
  readonly itemId?: string | null
  /** 名称 */
  readonly title?: string | null
  /** 来自 */
  readonly place?: string | null
  /** 要点数 */
  readonly lines?: number | null
  /** 取用 */
  readonly isTaken?: boolean | null
}

/** 预算绩效规范管理蓝本编制表 · 表单 */
export type PilotBlueprintFormsRow = {
  /** 编号 */
  readonly itemId?: string | null
  /** 表单 */
  readonly title?: string | null
  /** 使用次数 */
  readonly uses?: number | null
  /** 取用 */
  readonly isTaken?: boolean | null
}

/** 预算绩效规范管理蓝本编制表 · 案例 */
export type PilotBlueprintCasesRow = {
  /** 案例 */
  readonly caseTitle?: string | null
  /** 阶段 */
  readonly stage?: 'exante' | 'targets' | 'monitoring' | 'evaluation' | 'results' | null
  /** 内容 */
  readonly text?: string | null
  /** 取用 */
  readonly isTaken?: boolean | null
}

/** 预算绩效规范管理蓝本编制表 · 经验做法 */
export type PilotBlueprintLessonsRow = {
  /** 阶段 */
  readonly stage?: 'exante' | 'targets' | 'monitoring' | 'evaluation' | 'results' | null
  /** 问题 */
  readonly problem?: string | null
  /** 有效做法 */
  readonly practice?: string | null
  /** 数字 */
  readonly figure?: string | null
  /** 数字出自哪个地区 */
  readonly place?: string | null
  /** 数字出自哪张表 */
  readonly recordKind?: 'project.budgetLine' | 'exante.evaluation' | 'targets.sheet' | 'monitoring.round' | 'monitoring.finding' | 'evaluation.self' | 'evaluation.finance' | 'results.notice' | 'results.task' | 'results.budgetDecision' | null
}

/** 预算绩效规范管理蓝本编制表 */
export type PilotBlueprintContent = {
  /** 蓝本名称 */
  readonly name?: string | null
  /** 版本 */
  readonly blueprintVersion?: string | null
  /** 编制说明 */
  readonly purpose?: string | null
  /** 案例数字的系数（%） */
  readonly scalePercent?: number | null
  /** 试点地区 */
  readonly pilots?: readonly PilotBlueprintPilotsRow[] | null
  /** 取值 */
  readonly values?: readonly PilotBlueprintValuesRow[] | null
  /** 行业 */
  readonly sectors?: readonly PilotBlueprintSectorsRow[] | null
  /** 地方修订的指标 */
  readonly localIndicators?: readonly PilotBlueprintLocalIndicatorsRow[] | null
  /** 评分指标体系 */
  readonly rubrics?: readonly PilotBlueprintRubricsRow[] | null
  /** 表单 */
  readonly forms?: readonly PilotBlueprintFormsRow[] | null
  /** 案例 */
  readonly cases?: readonly PilotBlueprintCasesRow[] | null
  /** 经验做法 */
  readonly lessons?: readonly PilotBlueprintLessonsRow[] | null
  /** 发布日期 */
  readonly publishedOn?: string | null
  /** SHA-256摘要 */
  readonly sha256?: string | null
  /** SM3摘要 */
  readonly sm3?: string | null
}

/** 预算绩效一体化管理试点报告 */
export type PilotCountyReportContent = {
  /** 试点基本情况 */
  readonly overview?: string | null
  /** 组织领导和工作机制 */
  readonly organisation?: string | null
  /** 试点项目选择 */
  readonly selection?: string | null
  /** 五个阶段开展情况 */
  readonly stages?: string | null
  /** 试点成效 */
  readonly effects?: string | null
  /** 可推广的经验 */
  readonly experience?: string | null
  /** 存在问题 */
  readonly problems?: string | null
  /** 下一步打算和建议 */
  readonly suggestions?: string | null
  /** 绩效宣传情况 */
  readonly publicity?: string | null
}

/** 一体化评价报告 */
export type PilotIntegratedReportContent = {
  /** 项目概况 */
  readonly overview?: string | null
  /** 一体化管理组织实施 */
  readonly organisation?: string | null
  /** 管理成效 */
  readonly effects?: string | null
  /** 经验做法 */
  readonly experience?: string | null
  /** 存在问题 */
  readonly problems?: string | null
  /** 意见建议 */
  readonly suggestions?: string | null
}

/** 试点领导小组和职责分工 · 组成人员 */
export type PilotLeadGroupMembersRow = {
  /** 姓名 */
  readonly name?: string | null
  /** 单位和职务 */
  readonly body?: string | null
  /** 组内职务 */
  readonly role?: 'head' | 'deputy' | 'member' | 'office' | null
}

/** 试点领导小组和职责分工 · 职责分工 */
export type PilotLeadGroupDutiesRow = {
  /** 单位 */
  readonly body?: string | null
  /** 职责 */
  readonly duty?: string | null
  /** 联系人 */
  readonly contact?: string | null
}

/** 试点领导小组和职责分工 */
export type PilotLeadGroupContent = {
  /** 成立日期 */
  readonly establishedOn?: string | null
  /** 成立文件 */
  readonly documentNumber?: string | null
  /** 组成人员 */
  readonly members?: readonly PilotLeadGroupMembersRow[] | null
  /** 职责分工 */
  readonly duties?: readonly PilotLeadGroupDutiesRow[] | null
}

/** 试点工作会议 · 议程 */
export type PilotMeetingAgendaRow = {
  /** 议题 */
  readonly item?: string | null
  /** 汇报单位 */
  readonly reporter?: string | null
}

/** 试点工作会议 · 议定事项 */
export type PilotMeetingDecisionsRow = {
  /** 议定事项 */
  readonly decision?: string | null
  /** 承办部门 */
  readonly department?: string | null
  /** 期限 */
  readonly dueOn?: string | null
}

/** 试点工作会议 */
export type PilotMeetingContent = {
  /** 会议名称 */
  readonly name?: string | null
  /** 日期 */
  readonly heldOn?: string | null
  /** 地点 */
  readonly place?: string | null
  /** 主持人 */
  readonly chair?: string | null
  /** 参加单位和人员 */
  readonly attendees?: string | null
  /** 议程 */
  readonly agenda?: readonly PilotMeetingAgendaRow[] | null
  /** 会议内容 */
  readonly minutes?: string | null
  /** 议定事项 */
  readonly decisions?: readonly PilotMeetingDecisionsRow[] | null
}

/** 试点方案设置 · 参加地区 */
export type PilotProgrammePlacesRow = {
  /** 代码 */
  readonly place?: string | null
  /** 地区 */
  readonly placeName?: string | null
  /** 参加 */
  readonly isTaking?: boolean | null
  /** 计划项目数 */
  readonly projects?: number | null
  /** 说明 */
  readonly note?: string | null
}

/** 试点方案设置 · 节点 */
export type PilotProgrammeMilestonesRow = {
  /** 编号 */
  readonly code?: string | null
  /** 节点 */
  readonly label?: string | null
  /** 由谁办 */
  readonly who?: 'place' | 'province' | null
  /** 开始 */
  readonly from?: string | null
  /** 截止 */
  readonly to?: string | null
}

/** 试点方案设置 · 选点排序 */
export type PilotProgrammeSelectionWeightsRow = {
  /** 编号 */
  readonly code?: string | null
  /** 内容 */
  readonly item?: string | null
  /** 分值 */
  readonly weight_x100?: number | null
}

/** 试点方案设置 · 推进情况排名 */
export type PilotProgrammeRankingWeightsRow = {
  /** 编号 */
  readonly code?: string | null
  /** 内容 */
  readonly item?: string | null
  /** 分值 */
  readonly weight_x100?: number | null
}

/** 试点方案设置 · 验收标准 */
export type PilotProgrammeCriteriaRow = {
  /** 标准 */
  readonly item?: string | null
  /** 编号 */
  readonly itemCode?: string | null
  /** 分值 */
  readonly weight_x100?: number | null
}

/** 试点方案设置 */
export type PilotProgrammeContent = {
  /** 试点名称 */
  readonly name?: string | null
  /** 依据 */
  readonly basis?: string | null
  /** 试点开始 */
  readonly from?: string | null
  /** 试点结束 */
  readonly to?: string | null
  /** 本版起用日期 */
  readonly effectiveFrom?: string | null
  /** 参加地区 */
  readonly places?: readonly PilotProgrammePlacesRow[] | null
  /** 节点 */
  readonly milestones?: readonly PilotProgrammeMilestonesRow[] | null
  /** 选点排序 */
  readonly selectionWeights?: readonly PilotProgrammeSelectionWeightsRow[] | null
  /** 推进情况排名 */
  readonly rankingWeights?: readonly PilotProgrammeRankingWeightsRow[] | null
  /** 验收标准 */
  readonly criteria?: readonly PilotProgrammeCriteriaRow[] | null
  /** 合格线 */
  readonly pass_x100?: number | null
}

/** 绩效宣传活动登记表 */
export type PilotPublicityContent = {
  /** 活动名称 */
  readonly name?: string | null
  /** 日期 */
  readonly heldOn?: string | null
  /** 形式 */
  readonly form?: 'training' | 'lecture' | 'media' | 'online' | 'material' | 'other' | null
  /** 对象 */
  readonly audience?: string | null
  /** 人数 */
  readonly people?: number | null
  /** 材料和内容 */
  readonly material?: string | null
  /** 链接 */
  readonly link?: string | null
  /** 附件 */
  readonly files?: readonly string[] | null
}

/** 试点推进排名说明 */
export type PilotRankNoteContent = {
  /** 日期 */
  readonly rankedOn?: string | null
  /** 名次 */
  readonly rank?: number | null
  /** 得分 */
  readonly score_x100?: number | null
  /** 得分构成 */
  readonly why?: string | null
  /** 说明 */
  readonly note?: string | null
  /** 答复 */
  readonly answer?: string | null
}

/** 试点项目推荐表 · 选择条件 */
export type PilotSelectionCriteriaRow = {
  /** 条件 */
  readonly criterion?: 'majorTask' | 'wideCoverage' | 'farReaching' | 'changedEnvironment' | 'poorExecution' | 'weakBenefit' | null
  /** 符合 */
  readonly isMet?: boolean | null
  /** 依据 */
  readonly evidence?: string | null
}

/** 试点项目推荐表 · 实施方式 */
export type PilotSelectionExecutorsRow = {
  /** 阶段 */
  readonly stage?: 'exante' | 'targets' | 'monitoring' | 'evaluation' | 'results' | null
  /** 实施力量 */
  readonly executorKind?: 'own' | 'expert' | 'agency' | null
  /** 受托机构 */
  readonly organisation?: string | null
  /** 说明 */
  readonly note?: string | null
}

/** 试点项目推荐表 */
export type PilotSelectionContent = {
  /** 选择条件 */
  readonly criteria?: readonly PilotSelectionCriteriaRow[] | null
  /** 推荐理由 */
  readonly reason?: string | null
  /** 超过项目数的理由 */
  readonly overQuotaReason?: string | null
  /** 实施方式 */
  readonly executors?: readonly PilotSelectionExecutorsRow[] | null
  /** 预期成果 */
  readonly expectedResults?: string | null
}

/** 分阶段绩效管理报告 */
export type PilotStageReportContent = {
  /** 阶段 */
  readonly stage?: 'exante' | 'targets' | 'monitoring' | 'evaluation' | 'results' | null
  /** 本阶段是否开展 */
  readonly isCarriedOut?: boolean | null
  /** 未开展的原因 */
  readonly missingReason?: string | null
  /** 工作开展情况 */
  readonly work?: string | null
  /** 主要结果 */
  readonly outcome?: string | null
  /** 存在问题 */
  readonly problems?: string | null
  /** 下一步建议 */
  readonly suggestions?: string | null
}

/** 试点督办事项 */
export type PilotSupervisionContent = {
  /** 承办部门 */
  readonly department?: string | null
  /** 事项 */
  readonly task?: string | null
  /** 要求 */
  readonly requirement?: string | null
  /** 来源 */
  readonly source?: string | null
  /** 期限 */
  readonly dueOn?: string | null
  /** 办理情况 */
  readonly result?: string | null
  /** 完成日期 */
  readonly completedOn?: string | null
  /** 佐证 */
  readonly evidence?: readonly string[] | null
  /** 核实意见 */
  readonly verification?: string | null
}

/** 项目预算安排表 */
export type ProjectBudgetLineContent = {
  /** 申请金额 */
  readonly requested_fen?: string | null
  /** 支出功能分类科目 */
  readonly accountSubject?: string | null
  /** 支出经济分类科目 */
  readonly economicSubject?: string | null
  /** 申请说明 */
  readonly requestNote?: string | null
  /** 预算控制数 */
  readonly control_fen?: string | null
  /** 控制数下达日期 */
  readonly controlOn?: string | null
  /** 与评估建议金额或控制数不一致的原因 */
  readonly deviationReason?: string | null
  /** 安排金额 */
  readonly arranged_fen?: string | null
  /** 批复文号 */
  readonly budgetDocumentNumber?: string | null
  /** 批复日期 */
  readonly arrangedOn?: string | null
}

/** 预算编报轮次 */
export type ProjectBudgetRoundContent = {
  /** 轮次 */
  readonly roundType?: 'firstUp' | 'firstDown' | 'secondUp' | 'secondDown' | 'midYear' | 'adjustment' | null
  /** 开始日期 */
  readonly opensOn?: string | null
  /** 截止日期 */
  readonly closesOn?: string | null
  /** 与日程不同的原因 */
  readonly changeReason?: string | null
  /** 工作要求 */
  readonly note?: string | null
}

/** 项目基本信息表 · 资金来源 */
export type ProjectEntryFundSourcesRow = {
  /** 来源 */
  readonly fund?: 'fiscal' | 'other' | null
  /** 实施期金额 */
  readonly total_fen?: string | null
  /** 年度金额 */
  readonly annual_fen?: string | null
  /** 说明 */
  readonly note?: string | null
}

/** 项目基本信息表 · 审批文件 */
export type ProjectEntryApprovalsRow = {
  /** 文件名称 */
  readonly title?: string | null
  /** 文号 */
  readonly number?: string | null
  /** 批准机关 */
  readonly issuer?: string | null
  /** 批准日期 */
  readonly issuedOn?: string | null
  /** 附件 */
  readonly file?: readonly string[] | null
}

/** 项目基本信息表 */
export type ProjectEntryContent = {
  /** 是否涉密项目 */
  readonly isClassified?: boolean | null
  /** 涉密项目登记编号 */
  readonly registerNumber?: string | null
  /** 项目名称 */
  readonly name?: string | null
  /** 项目代码 */
  readonly code?: string | null
  /** 项目类别 */
  readonly category?: 'operation' | 'specificPurpose' | 'infrastructure' | 'livelihood' | 'industry' | 'other' | null
  /** 是否新增项目 */
  readonly isNew?: boolean | null
  /** 是否重大项目 */
  readonly isMajor?: boolean | null
  /** 是否政策类 */
  readonly isPolicy?: boolean | null
  /** 实施单位 */
  readonly unit?: string | null
  /** 主管部门 */
  readonly department?: string | null
  /** 项目起始日期 */
  readonly periodStart?: string | null
  /** 项目结束日期 */
  readonly periodEnd?: string | null
  /** 项目概况 */
  readonly overview?: string | null
  /** 实施期资金总额 */
  readonly total_fen?: string | null
  /** 年度资金总额 */
  readonly annual_fen?: string | null
  /** 资金来源 */
  readonly fundSources?: readonly ProjectEntryFundSourcesRow[] | null
  /** 部门事业发展规划名称 */
  readonly planTitle?: string | null
  /** 对应章节或条款 */
  readonly planClause?: string | null
  /** 送审金额 */
  readonly reviewSubmitted_fen?: string | null
  /** 审定金额 */
  readonly reviewApproved_fen?: string | null
  /** 评审意见摘要 */
  readonly reviewNote?: string | null
  /** 审批文件 */
  readonly approvals?: readonly ProjectEntryApprovalsRow[] | null
  /** 项目负责人 */
  readonly projectPerson?: string | null
  /** 单位负责人 */
  readonly unitHead?: string | null
  /** 主管部门负责人 */
  readonly departmentHead?: string | null
  /** 财政业务股 */
  readonly financeSection?: string | null
}

/** 评价结果与预算安排挂钩表 */
export type ResultsBudgetDecisionContent = {
  /** 评价等级 */
  readonly grade?: 'excellent' | 'good' | 'fair' | 'poor' | null
  /** 项目类型 */
  readonly itemType?: 'continuing' | 'staged' | 'one_off' | 'policy' | 'transfer' | null
  /** 处理方式 */
  readonly measure?: 'priority' | 'keep' | 'no_growth' | 'reduce' | 'suspend' | 'cancel' | 'no_same_type' | null
  /** 本年预算 */
  readonly current_fen?: string | null
  /** 其中一次性因素 */
  readonly oneOff_fen?: string | null
  /** 基数（扣除一次性因素） */
  readonly base_fen?: string | null
  /** 基数说明 */
  readonly baseNote?: string | null
  /** 下年安排 */
  readonly next_fen?: string | null
  /** 其中因绩效结果增减 */
  readonly performanceChange_fen?: string | null
  /** 理由 */
  readonly reason?: string | null
  /** 决定层级 */
  readonly level?: 'section' | 'bureau' | 'government' | 'congress' | null
  /** 会议日期 */
  readonly metOn?: string | null
  /** 议定事项 */
  readonly memo?: string | null
  /** 会议纪要 */
  readonly memoFiles?: readonly string[] | null
  /** 测算方案 */
  readonly planNote?: string | null
}

/** 绩效评价结果通报 · 自写段落的数字出处 */
export type ResultsCircularOwnFiguresRow = {
  /** 数字（连同单位照抄） */
  readonly text?: string | null
  /** 是什么 */
  readonly meaning?: string | null
  /** 依据的文件或记录 */
  readonly basis?: string | null
}

/** 绩效评价结果通报 · 年度评价结果汇总表 */
export type ResultsCircularResultsRow = {
  /** 地区 */
  readonly place?: string | null
  /** 主管部门 */
  readonly departmentName?: string | null
  /** 项目名称 */
  readonly projectName?: string | null
  /** 涉及资金 */
  readonly amount_fen?: string | null
  /** 得分 */
  readonly score_x100?: number | null
  /** 等级 */
  readonly grade?: 'excellent' | 'good' | 'fair' | 'poor' | null
  /** 项目编号 */
  readonly projectId?: string | null
}

/** 绩效评价结果通报 · 整改和结果应用情况表 */
export type ResultsCircularApplicationsRow = {
  /** 项目名称 */
  readonly projectName?: string | null
  /** 整改通知文号 */
  readonly noticeNumber?: string | null
  /** 整改任务 */
  readonly tasks?: number | null
  /** 已核实 */
  readonly verified?: number | null
  /** 预算处理方式 */
  readonly measure?: string | null
  /** 本年预算 */
  readonly current_fen?: string | null
  /** 下年安排 */
  readonly next_fen?: string | null
  /** 因绩效结果增减 */
  readonly performanceChange_fen?: string | null
  /** 公开日期 */
  readonly disclosedOn?: string | null
}

/** 绩效评价结果通报 · 数字出处 */
export type ResultsCircularFiguresRow = {
  /** 序号 */
  readonly number?: number | null
  /** 是什么 */
  readonly label?: string | null
  /** 文中写法 */
  readonly text?: string | null
  /** 数值 */
  readonly value?: string | null
  /** 出处类别 */
  readonly basis?: 'record' | 'quoted' | 'computed' | null
  /** 记录编号 */
  readonly recordId?: string | null
  /** 记录 */
  readonly recordTitle?: string | null
  /** 版本 */
  readonly version?: number | null
  /** 栏次 */
  readonly field?: string | null
  /** 规则 */
  readonly rule?: string | null
  /** 由哪些序号得出 */
  readonly inputs?: string | null
  /** 文中位置 */
  readonly places?: string | null
}

/** 绩效评价结果通报 · 证据索引 */
export type ResultsCircularEvidenceRow = {
  /** 项目名称 */
  readonly projectName?: string | null
  /** 文书或记录 */
  readonly document?: string | null
  /** 文号 */
  readonly documentNumber?: string | null
  /** 记录编号 */
  readonly recordId?: string | null
  /** 定稿版本 */
  readonly version?: number | null
  /** 定稿日期 */
  readonly frozenOn?: string | null
  /** 内容摘要 */
  readonly digest?: string | null
  /** 契约账序号 */
  readonly leaf?: number | null
}

/** 绩效评价结果通报 · 发送登记 */
export type ResultsCircularDispatchesRow = {
  /** 收文单位 */
  readonly recipient?: string | null
  /** 发送方式 */
  readonly way?: 'system' | 'exchange' | 'paper' | null
  /** 发送日期 */
  readonly sentOn?: string | null
  /** 签收日期 */
  readonly receivedOn?: string | null
  /** 签收人 */
  readonly receivedBy?: string | null
  /** 备注 */
  readonly note?: string | null
}

/** 绩效评价结果通报 */
export type ResultsCircularContent = {
  /** 标题 */
  readonly reportTitle?: string | null
  /** 主送单位 */
  readonly addressee?: string | null
  /** 抄送机关 */
  readonly copiesTo?: string | null
  /** 总体情况 */
  readonly resultsText?: string | null
  /** 表扬和点名 */
  readonly listsText?: string | null
  /** 问题和整改 */
  readonly problemsText?: string | null
  /** 汇集日期 */
  readonly assembledOn?: string | null
  /** 通报缘由 */
  readonly opening?: string | null
  /** 有关要求 */
  readonly suggestions?: string | null
  /** 联系人 */
  readonly contact?: string | null
  /** 自写段落的数字出处 */
  readonly ownFigures?: readonly ResultsCircularOwnFiguresRow[] | null
  /** 年度评价结果汇总表 */
  readonly results?: readonly ResultsCircularResultsRow[] | null
  /** 整改和结果应用情况表 */
  readonly applications?: readonly ResultsCircularApplicationsRow[] | null
  /** 数字出处 */
  readonly figures?: readonly ResultsCircularFiguresRow[] | null
  /** 证据索引 */
  readonly evidence?: readonly ResultsCircularEvidenceRow[] | null
  /** 发送登记 */
  readonly dispatches?: readonly ResultsCircularDispatchesRow[] | null
}

/** 绩效评价结果公开表 · 不公开的部分 */
export type ResultsDisclosureWithheldRow = {
  /** 部分 */
  readonly part?: 'selfEvaluation' | 'items' | 'problems' | 'rectification' | 'decision' | null
  /** 理由类别 */
  readonly basis?: 'stateSecret' | 'tradeSecret' | 'privacy' | 'other' | null
  /** 理由 */
  readonly reason?: string | null
}

/** 绩效评价结果公开表 · 检查提示的处理 */
export type ResultsDisclosureHandledRow = {
  /** 提示的文字 */
  readonly text?: string | null
  /** 处理 */
  readonly handling?: 'mask' | 'falseAlarm' | null
  /** 起草人说明 */
  readonly claim?: string | null
}

/** 绩效评价结果公开表 · 核定 */
export type ResultsDisclosureAgreedRow = {
  /** 提示的文字 */
  readonly text?: string | null
  /** 第二人核定理由 */
  readonly reason?: string | null
}

/** 绩效评价结果公开表 · 核查时的公开数据 */
export type ResultsDisclosureCheckedRow = {
  /** 部分 */
  readonly part?: string | null
  /** 摘要（SHA-256） */
  readonly sha256?: string | null
}

/** 绩效评价结果公开表 */
export type ResultsDisclosureContent = {
  /** 公开标题 */
  readonly disclosureTitle?: string | null
  /** 公开内容摘要 */
  readonly summary?: string | null
  /** 不公开内容及理由 */
  readonly redactions?: string | null
  /** 不公开的部分 */
  readonly withheld?: readonly ResultsDisclosureWithheldRow[] | null
  /** 已做保密审查 */
  readonly isSecrecyChecked?: boolean | null
  /** 已遮盖个人信息 */
  readonly isPersonalDataChecked?: boolean | null
  /** 更正原因 */
  readonly correctionReason?: string | null
  /** 检查提示的处理 */
  readonly handled?: readonly ResultsDisclosureHandledRow[] | null
  /** 核定 */
  readonly agreed?: readonly ResultsDisclosureAgreedRow[] | null
  /** 公开载体 */
  readonly carrier?: 'governmentPortal' | 'budgetPlatform' | 'departmentSite' | 'media' | 'circular' | null
  /** 公开网址 */
  readonly url?: string | null
  /** 应公开日期 */
  readonly dueOn?: string | null
  /** 公开日期 */
  readonly disclosedOn?: string | null
  /** 公开截图 */
  readonly evidence?: readonly string[] | null
  /** 公开的文件 */
  readonly disclosedFile?: readonly string[] | null
  /** 公开编号 */
  readonly publicId?: string | null
  /** 公开版本 */
  readonly publicVersion?: number | null
  /** 公开数据摘要（SHA-256） */
  readonly packageSha256?: string | null
  /** 公开数据摘要（SM3） */
  readonly packageSm3?: string | null
  /** 核查时的公开数据 */
  readonly checked?: readonly ResultsDisclosureCheckedRow[] | null
}

/** 到期退出清单 · 清单 */
export type ResultsExitListItemsRow = {
  /** 序号 */
  readonly number?: string | null
  /** 名称 */
  readonly name?: string | null
  /** 列入原因 */
  readonly reasons?: string | null
  /** 系统建议 */
  readonly recommendation?: string | null
  /** 处理意见 */
  readonly decision?: 'exit' | 'cancel' | 'reduce' | 'renew' | 'toTerm' | null
  /** 理由 */
  readonly reason?: string | null
  /** 新的事前评估 */
  readonly newEvaluation?: string | null
  /** 期限 */
  readonly periodEnd?: string | null
  /** 年度资金 */
  readonly amount_fen?: string | null
  /** 主管部门 */
  readonly office?: string | null
  /** 类别 */
  readonly kind?: string | null
  /** 代码 */
  readonly code?: string | null
  /** 系统编号 */
  readonly subjectId?: string | null
}

/** 到期退出清单 */
export type ResultsExitListContent = {
  /** 清理日期 */
  readonly listedOn?: string | null
  /** 清理说明 */
  readonly note?: string | null
  /** 清单 */
  readonly items?: readonly ResultsExitListItemsRow[] | null
}

/** 结果应用跟踪问效表 · 已整改的问题 */
export type ResultsFollowUpProblemsRow = {
  /** 序号 */
  readonly problemNumber?: number | null
  /** 问题 */
  readonly problem?: string | null
  /** 整改结果 */
  readonly outcome?: string | null
}

/** 结果应用跟踪问效表 */
export type ResultsFollowUpContent = {
  /** 整改通知文号 */
  readonly noticeNumber?: string | null
  /** 办结后月数 */
  readonly months?: number | null
  /** 应跟踪日期 */
  readonly dueOn?: string | null
  /** 已整改的问题 */
  readonly problems?: readonly ResultsFollowUpProblemsRow[] | null
  /** 整改成效 */
  readonly effect?: string | null
  /** 由此节约或增收的资金 */
  readonly saved_fen?: string | null
  /** 佐证附件 */
  readonly evidence?: readonly string[] | null
  /** 佐证说明 */
  readonly evidenceNote?: string | null
  /** 填报人 */
  readonly reportedBy?: string | null
  /** 核查结论 */
  readonly verdict?: 'lasting' | 'partial' | 'relapsed' | null
  /** 核查情况 */
  readonly assessment?: string | null
  /** 核查方式 */
  readonly checkedHow?: string | null
}

/** 绩效评价整改通知 · 问题清单 */
export type ResultsNoticeProblemsRow = {
  /** 问题 */
  readonly problem?: string | null
  /** 依据 */
  readonly evidence?: string | null
  /** 涉及指标 */
  readonly indicator?: string | null
  /** 涉及金额 */
  readonly amount_fen?: string | null
  /** 应收回金额 */
  readonly recover_fen?: string | null
  /** 问题来源 */
  readonly source?: 'finance' | 'department' | 'self' | 'monitoring' | null
  /** 责任单位 */
  readonly dutyOffice?: string | null
  /** 整改类别 */
  readonly requirementType?: 'policy' | 'management' | 'internalControl' | 'cost' | 'responsibility' | 'recover' | 'target' | 'other' | null
  /** 整改要求 */
  readonly requirement?: string | null
  /** 单独的完成期限 */
  readonly dueOn?: string | null
}

/** 绩效评价整改通知 */
export type ResultsNoticeContent = {
  /** 主送单位 */
  readonly addressee?: string | null
  /** 评价得分 */
  readonly evaluatedScore_x100?: number | null
  /** 评价等级 */
  readonly grade?: 'excellent' | 'good' | 'fair' | 'poor' | null
  /** 标题 */
  readonly noticeTitle?: string | null
  /** 问题清单 */
  readonly problems?: readonly ResultsNoticeProblemsRow[] | null
  /** 整改措施报送期限 */
  readonly planDueOn?: string | null
  /** 整改完成期限 */
  readonly completionDueOn?: string | null
  /** 逾期未整改的处理 */
  readonly consequence?: string | null
  /** 联系人 */
  readonly contact?: string | null
  /** 抄送 */
  readonly copiesTo?: readonly ('congress' | 'audit' | 'financeBusiness' | 'department')[] | null
}

/** 绩效评价结果专报 · 自写段落的数字出处 */
export type ResultsSpecialReportOwnFiguresRow = {
  /** 数字（连同单位照抄） */
  readonly text?: string | null
  /** 是什么 */
  readonly meaning?: string | null
  /** 依据的文件或记录 */
  readonly basis?: string | null
}

/** 绩效评价结果专报 · 年度评价结果汇总表 */
export type ResultsSpecialReportResultsRow = {
  /** 地区 */
  readonly place?: string | null
  /** 主管部门 */
  readonly departmentName?: string | null
  /** 项目名称 */
  readonly projectName?: string | null
  /** 涉及资金 */
  readonly amount_fen?: string | null
  /** 得分 */
  readonly score_x100?: number | null
  /** 等级 */
  readonly grade?: 'excellent' | 'good' | 'fair' | 'poor' | null
  /** 项目编号 */
  readonly projectId?: string | null
}

/** 绩效评价结果专报 · 整改和结果应用情况表 */
export type ResultsSpecialReportApplicationsRow = {
  /** 项目名称 */
  readonly projectName?: string | null
  /** 整改通知文号 */
  readonly noticeNumber?: string | null
  /** 整改任务 */
  readonly tasks?: number | null
  /** 已核实 */
  readonly verified?: number | null
  /** 预算处理方式 */
  readonly measure?: string | null
  /** 本年预算 */
  readonly current_fen?: string | null
  /** 下年安排 */
  readonly next_fen?: string | null
  /** 因绩效结果增减 */
  readonly performanceChange_fen?: string | null
  /** 公开日期 */
  readonly disclosedOn?: string | null
}

/** 绩效评价结果专报 · 数字出处 */
export type ResultsSpecialReportFiguresRow = {
  /** 序号 */
  readonly number?: number | null
  /** 是什么 */
  readonly label?: string | null
  /** 文中写法 */
  readonly text?: string | null
  /** 数值 */
  readonly value?: string | null
  /** 出处类别 */
  readonly basis?: 'record' | 'quoted' | 'computed' | null
  /** 记录编号 */
  readonly recordId?: string | null
  /** 记录 */
  readonly recordTitle?: string | null
  /** 版本 */
  readonly version?: number | null
  /** 栏次 */
  readonly field?: string | null
  /** 规则 */
  readonly rule?: string | null
  /** 由哪些序号得出 */
  readonly inputs?: string | null
  /** 文中位置 */
  readonly places?: string | null
}

/** 绩效评价结果专报 · 证据索引 */
export type ResultsSpecialReportEvidenceRow = {
  /** 项目名称 */
  readonly projectName?: string | null
  /** 文书或记录 */
  readonly document?: string | null
  /** 文号 */
  readonly documentNumber?: string | null
  /** 记录编号 */
  readonly recordId?: string | null
  /** 定稿版本 */
  readonly version?: number | null
  /** 定稿日期 */
  readonly frozenOn?: string | null
  /** 内容摘要 */
  readonly digest?: string | null
  /** 契约账序号 */
  readonly leaf?: number | null
}

/** 绩效评价结果专报 · 发送登记 */
export type ResultsSpecialReportDispatchesRow = {
  /** 收文单位 */
  readonly recipient?: string | null
  /** 发送方式 */
  readonly way?: 'system' | 'exchange' | 'paper' | null
  /** 发送日期 */
  readonly sentOn?: string | null
  /** 签收日期 */
  readonly receivedOn?: string | null
  /** 签收人 */
  readonly receivedBy?: string | null
  /** 备注 */
  readonly note?: string | null
}

/** 绩效评价结果专报 */
export type ResultsSpecialReportContent = {
  /** 专报类型 */
  readonly reportType?: 'local' | 'provincial' | null
  /** 标题 */
  readonly reportTitle?: string | null
  /** 主送机关 */
  readonly addressee?: string | null
  /** 抄送机关 */
  readonly copiesTo?: string | null
  /** 评价结果 */
  readonly resultsText?: string | null
  /** 问题和整改 */
  readonly problemsText?: string | null
  /** 结果应用 */
  readonly applicationText?: string | null
  /** 汇集日期 */
  readonly assembledOn?: string | null
  /** 工作开展情况 */
  readonly opening?: string | null
  /** 成效和原因分析 */
  readonly analysis?: string | null
  /** 下一步打算和建议 */
  readonly suggestions?: string | null
  /** 提请事项 */
  readonly forwarding?: string | null
  /** 联系人 */
  readonly contact?: string | null
  /** 自写段落的数字出处 */
  readonly ownFigures?: readonly ResultsSpecialReportOwnFiguresRow[] | null
  /** 年度评价结果汇总表 */
  readonly results?: readonly ResultsSpecialReportResultsRow[] | null
  /** 整改和结果应用情况表 */
  readonly applications?: readonly ResultsSpecialReportApplicationsRow[] | null
  /** 数字出处 */
  readonly figures?: readonly ResultsSpecialReportFiguresRow[] | null
  /** 证据索引 */
  readonly evidence?: readonly ResultsSpecialReportEvidenceRow[] | null
  /** 发送登记 */
  readonly dispatches?: readonly ResultsSpecialReportDispatchesRow[] | null
}

/** 整改延期或免予整改申请表 */
export type ResultsTaskChangeContent = {
  /** 问题序号 */
  readonly problemNumber?: number | null
  /** 问题 */
  readonly problem?: string | null
  /** 现在的完成期限 */
  readonly completionDueOn?: string | null
  /** 应收回金额 */
  readonly recover_fen?: string | null
  /** 申请事项 */
  readonly changeType?: 'extension' | 'exemption' | null
  /** 申请延长到 */
  readonly newDueOn?: string | null
  /** 理由 */
  readonly reason?: string | null
  /** 佐证附件 */
  readonly evidence?: readonly string[] | null
  /** 佐证说明 */
  readonly evidenceNote?: string | null
}

/** 绩效评价整改任务表 · 收回资金明细 */
export type ResultsTaskRecoveriesRow = {
  /** 入账日期 */
  readonly paidOn?: string | null
  /** 金额 */
  readonly paid_fen?: string | null
  /** 凭证号 */
  readonly voucher?: string | null
}

/** 绩效评价整改任务表 */
export type ResultsTaskContent = {
  /** 整改通知文号 */
  readonly noticeNumber?: string | null
  /** 问题序号 */
  readonly problemNumber?: number | null
  /** 问题 */
  readonly problem?: string | null
  /** 依据 */
  readonly basis?: string | null
  /** 涉及指标 */
  readonly indicator?: string | null
  /** 整改类别 */
  readonly requirementType?: 'policy' | 'management' | 'internalControl' | 'cost' | 'responsibility' | 'recover' | 'target' | 'other' | null
  /** 整改要求 */
  readonly requirement?: string | null
  /** 责任单位 */
  readonly dutyOffice?: string | null
  /** 涉及金额 */
  readonly amount_fen?: string | null
  /** 应收回金额 */
  readonly recover_fen?: string | null
  /** 整改措施报送期限 */
  readonly planDueOn?: string | null
  /** 整改完成期限 */
  readonly completionDueOn?: string | null
  /** 延期前的完成期限 */
  readonly firstDueOn?: string | null
  /** 整改措施 */
  readonly measure?: string | null
  /** 责任人 */
  readonly responsible?: string | null
  /** 计划完成日期 */
  readonly dueOn?: string | null
  /** 整改结果 */
  readonly result?: string | null
  /** 完成日期 */
  readonly completedOn?: string | null
  /** 收回资金 */
  readonly recovered_fen?: string | null
  /** 收回资金明细 */
  readonly recoveries?: readonly ResultsTaskRecoveriesRow[] | null
  /** 佐证附件 */
  readonly evidence?: readonly string[] | null
  /** 佐证说明 */
  readonly evidenceNote?: string | null
  /** 核实情况 */
  readonly verification?: string | null
  /** 核实收回资金 */
  readonly verifiedRecovered_fen?: string | null
  /** 移送单位 */
  readonly referredTo?: 'audit' | 'discipline' | null
  /** 移送事由 */
  readonly referralReason?: string | null
  /** 移送材料 */
  readonly referralFiles?: readonly string[] | null
  /** 回执文号 */
  readonly receiptNumber?: string | null
  /** 收到日期 */
  readonly receivedOn?: string | null
  /** 处理说明 */
  readonly receiptNote?: string | null
}

/** 绩效目标调整申请表 · 绩效指标 */
export type TargetsAdjustmentChangesRow = {
  /** 指标编号 */
  readonly indicatorId?: string | null
  /** 三级指标 */
  readonly name?: string | null
  /** 原指标值 */
  readonly oldText?: string | null
  /** 原分季计划 */
  readonly oldPlan?: string | null
  /** 指标类别 */
  readonly level?: string | null
  /** 原权重 */
  readonly oldWeight_x100?: number | null
  /** 取消 */
  readonly isRemoved?: boolean | null
  /** 新权重 */
  readonly newWeight_x100?: number | null
  /** 新指标值 */
  readonly newValue?: string | null
  /** 新上限 */
  readonly newUpper?: string | null
  /** 新完成日期 */
  readonly newDate?: string | null
  /** 新指标值文本 */
  readonly newText?: string | null
  /** 新实施期指标值 */
  readonly newPeriodValue?: string | null
  /** 新一季度计划 */
  readonly newFirstQuarter?: string | null
  /** 新二季度计划 */
  readonly newSecondQuarter?: string | null
  /** 新三季度计划 */
  readonly newThirdQuarter?: string | null
  /** 新四季度计划 */
  readonly newFourthQuarter?: string | null
}

/** 绩效目标调整申请表 · 新增指标 */
export type TargetsAdjustmentAdditionsRow = {
  /** 一级指标 */
  readonly level1?: 'cost' | 'output' | 'benefit' | 'satisfaction' | null
  /** 二级指标 */
  readonly level2?: 'quantity' | 'quality' | 'timeliness' | 'outputCost' | 'economicCost' | 'socialCost' | 'ecologicalCost' | 'economic' | 'social' | 'ecological' | 'sustainability' | 'serviceSatisfaction' | null
  /** 三级指标 */
  readonly name?: string | null
  /** 指标性质 */
  readonly kind?: 'quant' | 'qual' | 'date' | 'yesno' | null
  /** 符号 */
  readonly operator?: 'ge' | 'le' | 'eq' | 'gt' | 'lt' | 'range' | null
  /** 指标值 */
  readonly value?: string | null
  /** 指标值上限 */
  readonly upper?: string | null
  /** 完成日期 */
  readonly dateValue?: string | null
  /** 指标值文本 */
  readonly valueText?: string | null
  /** 度量单位 */
  readonly unit?: string | null
  /** 实施期指标值 */
  readonly periodValue?: string | null
  /** 实施期指标值文本 */
  readonly periodText?: string | null
  /** 权重 */
  readonly weight_x100?: number | null
  /** 累计方式 */
  readonly accumulation?: 'cumulative' | 'point' | null
  /** 一季度计划 */
  readonly firstQuarter?: string | null
  /** 二季度计划 */
  readonly secondQuarter?: string | null
  /** 三季度计划 */
  readonly thirdQuarter?: string | null
  /** 四季度计划 */
  readonly fourthQuarter?: string | null
  /** 指标说明 */
  readonly explanation?: string | null
  /** 评分规则 */
  readonly scoringRule?: 'proportion' | 'passLine' | 'yesno' | 'band' | 'satisfaction' | null
  /** 设定依据 */
  readonly basis?: 'policy' | 'statistics' | 'departmentManagement' | 'workPlan' | 'industryStandard' | 'history' | 'spendingStandard' | 'other' | null
  /** 取值方式 */
  readonly obtaining?: 'directProof' | 'statistics' | 'description' | 'survey' | 'trend' | null
  /** 数据来源 */
  readonly source?: string | null
  /** 佐证资料 */
  readonly evidence?: string | null
  /** 佐证类别 */
  readonly evidenceClass?: 'official' | 'working' | 'voucher' | 'statement' | null
  /** 采集频次 */
  readonly frequency?: 'month' | 'quarter' | 'halfYear' | 'year' | 'once' | null
}

/** 绩效目标调整申请表 · 资金 */
export type TargetsAdjustmentAmountsRow = {
  /** 项目 */
  readonly item?: 'periodTotal_fen' | 'periodFiscal_fen' | 'periodOther_fen' | 'total_fen' | 'fiscal_fen' | 'other_fen' | null
  /** 原金额 */
  readonly old_fen?: string | null
  /** 新金额 */
  readonly new_fen?: string | null
}

/** 绩效目标调整申请表 · 分季用款计划 */
export type TargetsAdjustmentQuartersRow = {
  /** 季度 */
  readonly quarter?: 'q1' | 'q2' | 'q3' | 'q4' | null
  /** 原计划支出 */
  readonly old_fen?: string | null
  /** 新计划支出 */
  readonly new_fen?: string | null
}

/** 绩效目标调整申请表 */
export type TargetsAdjustmentContent = {
  /** 原目标版本 */
  readonly baseVersion?: number | null
  /** 原批复文号 */
  readonly baseNumber?: string | null
  /** 原批复日期 */
  readonly baseOn?: string | null
  /** 调整原因类别 */
  readonly reasonClass?: 'policy' | 'emergency' | 'budget' | 'other' | null
  /** 调整理由 */
  readonly reasonText?: string | null
  /** 依据材料 */
  readonly reasonFiles?: readonly string[] | null
  /** 绩效指标 */
  readonly changes?: readonly TargetsAdjustmentChangesRow[] | null
  /** 新增指标 */
  readonly additions?: readonly TargetsAdjustmentAdditionsRow[] | null
  /** 原实施期目标 */
  readonly oldPeriodGoal?: string | null
  /** 新实施期目标 */
  readonly newPeriodGoal?: string | null
  /** 原年度目标 */
  readonly oldAnnualGoal?: string | null
  /** 新年度目标 */
  readonly newAnnualGoal?: string | null
  /** 资金是否变动 */
  readonly moneyChange?: 'none' | 'reallocation' | 'budgetAdjustment' | null
  /** 关联的项目预算 */
  readonly budgetLineId?: string | null
  /** 预算变动依据文号 */
  readonly budgetChangeNumber?: string | null
  /** 资金 */
  readonly amounts?: readonly TargetsAdjustmentAmountsRow[] | null
  /** 分季用款计划 */
  readonly quarters?: readonly TargetsAdjustmentQuartersRow[] | null
  /** 单位成本上升的理由 */
  readonly unitCostReason?: string | null
  /** 复核意见 */
  readonly recheckOpinion?: string | null
}

/** 部门（单位）整体支出绩效目标申报表 · 年度主要任务 */
export type TargetsDepartmentWholeTasksRow = {
  /** 任务名称 */
  readonly name?: string | null
  /** 主要内容 */
  readonly content?: string | null
  /** 预算金额 */
  readonly total_fen?: string | null
  /** 其中：财政拨款 */
  readonly fiscal_fen?: string | null
  /** 其他资金 */
  readonly other_fen?: string | null
  /** 项目代码 */
  readonly projectCode?: string | null
}

/** 部门（单位）整体支出绩效目标申报表 · 绩效指标 */
export type TargetsDepartmentWholeIndicatorsRow = {
  /** 一级指标 */
  readonly level1?: 'cost' | 'output' | 'benefit' | 'satisfaction' | null
  /** 二级指标 */
  readonly level2?: 'quantity' | 'quality' | 'timeliness' | 'outputCost' | 'economicCost' | 'socialCost' | 'ecologicalCost' | 'economic' | 'social' | 'ecological' | 'sustainability' | 'serviceSatisfaction' | null
  /** 三级指标 */
  readonly name?: string | null
  /** 指标性质 */
  readonly kind?: 'quant' | 'qual' | 'date' | 'yesno' | null
  /** 符号 */
  readonly operator?: 'ge' | 'le' | 'eq' | 'gt' | 'lt' | 'range' | null
  /** 指标值 */
  readonly value?: string | null
  /** 指标值上限 */
  readonly upper?: string | null
  /** 完成日期 */
  readonly dateValue?: string | null
  /** 指标值文本 */
  readonly valueText?: string | null
  /** 度量单位 */
  readonly unit?: string | null
}

/** 部门（单位）整体支出绩效目标申报表 · 不公开内容 */
export type TargetsDepartmentWholeWithheldRow = {
  /** 不公开的内容 */
  readonly what?: string | null
  /** 理由类别 */
  readonly basis?: 'stateSecret' | 'tradeSecret' | 'privacy' | 'other' | 'falseAlarm' | null
  /** 理由 */
  readonly reason?: string | null
}

/** 部门（单位）整体支出绩效目标申报表 */
export type TargetsDepartmentWholeContent = {
  /** 部门（单位）名称 */
  readonly office?: string | null
  /** 部门职责概述 */
  readonly duty?: string | null
  /** 填报人 */
  readonly contact?: string | null
  /** 年度主要任务 */
  readonly tasks?: readonly TargetsDepartmentWholeTasksRow[] | null
  /** 金额合计 */
  readonly total_fen?: string | null
  /** 其中：财政拨款 */
  readonly fiscal_fen?: string | null
  /** 其他资金 */
  readonly other_fen?: string | null
  /** 年度总体目标 */
  readonly annualGoal?: string | null
  /** 绩效指标 */
  readonly indicators?: readonly TargetsDepartmentWholeIndicatorsRow[] | null
  /** 不设满意度指标的原因 */
  readonly noSatisfactionReason?: string | null
  /** 公开日期 */
  readonly disclosedOn?: string | null
  /** 公开载体 */
  readonly disclosurePlace?: string | null
  /** 公开网址 */
  readonly disclosureUrl?: string | null
  /** 公开截图 */
  readonly disclosureEvidence?: readonly string[] | null
  /** 公开的文件 */
  readonly disclosedFile?: readonly string[] | null
  /** 不公开内容 */
  readonly withheld?: readonly TargetsDepartmentWholeWithheldRow[] | null
}

/** 指标库修订建议 */
export type TargetsLibraryChangeContent = {
  /** 修订方式 */
  readonly change?: 'add' | 'revise' | 'retire' | null
  /** 指标库编号 */
  readonly indicatorId?: string | null
  /** 所依据的版本 */
  readonly basedOn?: number | null
  /** 来自评价结果 */
  readonly evaluationId?: string | null
  /** 被评价的指标 */
  readonly evaluationRowId?: string | null
  /** 评价情况 */
  readonly evaluationNote?: string | null
  /** 理由 */
  readonly reason?: 'targetTooLow' | 'targetTooHigh' | 'cannotMeasure' | 'definitionUnclear' | 'policyChanged' | 'duplicated' | 'localNeed' | 'other' | null
  /** 理由说明 */
  readonly reasonText?: string | null
  /** 依据文件 */
  readonly sourceText?: string | null
  /** 行业 */
  readonly sector?: 'common' | 'agriculture' | 'civil' | 'culture' | 'digital' | 'education' | 'emergency' | 'environment' | 'forestry' | 'health' | 'housing' | 'justice' | 'labour' | 'rural' | 'science' | 'transport' | 'water' | null
  /** 一级指标 */
  readonly level1?: 'cost' | 'output' | 'benefit' | 'satisfaction' | null
  /** 二级指标 */
  readonly level2?: 'quantity' | 'quality' | 'timeliness' | 'economicCost' | 'socialCost' | 'ecologicalCost' | 'economic' | 'social' | 'ecological' | 'sustainability' | 'serviceSatisfaction' | null
  /** 指标名称 */
  readonly name?: string | null
  /** 指标说明 */
  readonly definition?: string | null
  /** 计算公式 */
  readonly formula?: string | null
  /** 指标性质 */
  readonly kind?: 'quant' | 'qual' | 'date' | 'yesno' | null
  /** 符号 */
  readonly operator?: 'ge' | 'le' | 'eq' | 'range' | null
  /** 度量单位 */
  readonly unit?: string | null
  /** 累计方式 */
  readonly accumulation?: 'cumulative' | 'point' | null
  /** 设定依据 */
  readonly basis?: 'policy' | 'statistics' | 'departmentManagement' | 'workPlan' | 'industryStandard' | 'history' | 'spendingStandard' | 'other' | null
  /** 取值方式 */
  readonly obtaining?: 'directProof' | 'statistics' | 'description' | 'survey' | 'trend' | null
  /** 指标值示例 */
  readonly example?: string | null
  /** 数据来源 */
  readonly dataSource?: string | null
  /** 佐证资料类别 */
  readonly evidenceClass?: 'official' | 'working' | 'voucher' | 'statement' | null
  /** 佐证资料 */
  readonly evidence?: string | null
  /** 取数频率 */
  readonly frequency?: 'month' | 'quarter' | 'halfYear' | 'year' | 'once' | null
  /** 适用项目 */
  readonly projectKinds?: string | null
  /** 同义写法 */
  readonly synonyms?: string | null
  /** 来历 */
  readonly standing?: 'seen' | 'memory' | null
  /** 常见错误 */
  readonly mistakes?: string | null
}

/** 政策绩效目标申报表 · 绩效指标 */
export type TargetsPolicyIndicatorsRow = {
  /** 一级指标 */
  readonly level1?: 'cost' | 'output' | 'benefit' | 'satisfaction' | null
  /** 二级指标 */
  readonly level2?: 'quantity' | 'quality' | 'timeliness' | 'outputCost' | 'economicCost' | 'socialCost' | 'ecologicalCost' | 'economic' | 'social' | 'ecological' | 'sustainability' | 'serviceSatisfaction' | null
  /** 三级指标 */
  readonly name?: string | null
  /** 指标性质 */
  readonly kind?: 'quant' | 'qual' | 'date' | 'yesno' | null
  /** 符号 */
  readonly operator?: 'ge' | 'le' | 'eq' | 'gt' | 'lt' | 'range' | null
  /** 指标值 */
  readonly value?: string | null
  /** 指标值上限 */
  readonly upper?: string | null
  /** 完成日期 */
  readonly dateValue?: string | null
  /** 指标值文本 */
  readonly valueText?: string | null
  /** 度量单位 */
  readonly unit?: string | null
  /** 权重 */
  readonly weight_x100?: number | null
}

/** 政策绩效目标申报表 · 不公开内容 */
export type TargetsPolicyWithheldRow = {
  /** 不公开的内容 */
  readonly what?: string | null
  /** 理由类别 */
  readonly basis?: 'stateSecret' | 'tradeSecret' | 'privacy' | 'other' | 'falseAlarm' | null
  /** 理由 */
  readonly reason?: string | null
}

/** 政策绩效目标申报表 */
export type TargetsPolicyContent = {
  /** 主管部门 */
  readonly office?: string | null
  /** 政策名称 */
  readonly policyName?: string | null
  /** 设立依据 */
  readonly basis?: string | null
  /** 执行期起 */
  readonly periodStart?: string | null
  /** 执行期止 */
  readonly periodEnd?: string | null
  /** 支持对象和标准 */
  readonly beneficiaries?: string | null
  /** 填报人 */
  readonly contact?: string | null
  /** 执行期资金总额 */
  readonly periodTotal_fen?: string | null
  /** 年度资金总额 */
  readonly total_fen?: string | null
  /** 其中：财政拨款 */
  readonly fiscal_fen?: string | null
  /** 其他资金 */
  readonly other_fen?: string | null
  /** 执行期目标 */
  readonly periodGoal?: string | null
  /** 年度目标 */
  readonly annualGoal?: string | null
  /** 绩效指标 */
  readonly indicators?: readonly TargetsPolicyIndicatorsRow[] | null
  /** 不设满意度指标的原因 */
  readonly noSatisfactionReason?: string | null
  /** 公开日期 */
  readonly disclosedOn?: string | null
  /** 公开载体 */
  readonly disclosurePlace?: string | null
  /** 公开网址 */
  readonly disclosureUrl?: string | null
  /** 公开截图 */
  readonly disclosureEvidence?: readonly string[] | null
  /** 公开的文件 */
  readonly disclosedFile?: readonly string[] | null
  /** 不公开内容 */
  readonly withheld?: readonly TargetsPolicyWithheldRow[] | null
}

/** 绩效目标审核意见单 */
export type TargetsReviewFindingContent = {
  /** 提出方 */
  readonly raisedBy?: string | null
  /** 针对的栏目或指标 */
  readonly place?: string | null
  /** 意见 */
  readonly text?: string | null
  /** 答复 */
  readonly reply?: string | null
}

/** 项目支出绩效目标申报表 · 绩效指标 */
export type TargetsSheetIndicatorsRow = {
  /** 行号 */
  readonly id?: string | null
  /** 一级指标 */
  readonly level1?: 'cost' | 'output' | 'benefit' | 'satisfaction' | null
  /** 二级指标 */
  readonly level2?: 'quantity' | 'quality' | 'timeliness' | 'outputCost' | 'economicCost' | 'socialCost' | 'ecologicalCost' | 'economic' | 'social' | 'ecological' | 'sustainability' | 'serviceSatisfaction' | null
  /** 三级指标 */
  readonly name?: string | null
  /** 指标性质 */
  readonly kind?: 'quant' | 'qual' | 'date' | 'yesno' | null
  /** 符号 */
  readonly operator?: 'ge' | 'le' | 'eq' | 'gt' | 'lt' | 'range' | null
  /** 指标值 */
  readonly value?: string | null
  /** 指标值上限 */
  readonly upper?: string | null
  /** 完成日期 */
  readonly dateValue?: string | null
  /** 指标值文本 */
  readonly valueText?: string | null
  /** 度量单位 */
  readonly unit?: string | null
  /** 实施期指标值 */
  readonly periodValue?: string | null
  /** 实施期指标值文本 */
  readonly periodText?: string | null
  /** 权重 */
  readonly weight_x100?: number | null
  /** 累计方式 */
  readonly accumulation?: 'cumulative' | 'point' | null
  /** 一季度计划 */
  readonly firstQuarter?: string | null
  /** 二季度计划 */
  readonly secondQuarter?: string | null
  /** 三季度计划 */
  readonly thirdQuarter?: string | null
  /** 四季度计划 */
  readonly fourthQuarter?: string | null
  /** 指标说明 */
  readonly explanation?: string | null
  /** 评分规则 */
  readonly scoringRule?: 'proportion' | 'passLine' | 'yesno' | 'band' | 'satisfaction' | null
  /** 设定依据 */
  readonly basis?: 'policy' | 'statistics' | 'departmentManagement' | 'workPlan' | 'industryStandard' | 'history' | 'spendingStandard' | 'other' | null
  /** 取值方式 */
  readonly obtaining?: 'directProof' | 'statistics' | 'description' | 'survey' | 'trend' | null
  /** 数据来源 */
  readonly source?: string | null
  /** 佐证资料 */
  readonly evidence?: string | null
  /** 佐证类别 */
  readonly evidenceClass?: 'official' | 'working' | 'voucher' | 'statement' | null
  /** 采集频次 */
  readonly frequency?: 'month' | 'quarter' | 'halfYear' | 'year' | 'once' | null
  /** 责任人 */
  readonly owner?: string | null
  /** 指标库编号 */
  readonly libraryId?: string | null
}

/** 项目支出绩效目标申报表 · 分季用款计划 */
export type TargetsSheetQuarterPlanRow = {
  /** 季度 */
  readonly quarter?: 'q1' | 'q2' | 'q3' | 'q4' | null
  /** 计划支出 */
  readonly planned_fen?: string | null
  /** 主要工作 */
  readonly work?: string | null
}

/** 项目支出绩效目标申报表 · 初审要点 */
export type TargetsSheetDepartmentReviewRow = {
  /** 编号 */
  readonly itemCode?: string | null
  /** 审核内容 */
  readonly aspect?: 'completeness' | 'relevance' | 'suitability' | 'feasibility' | null
  /** 审核要点 */
  readonly point?: string | null
  /** 评定 */
  readonly grade?: 'excellent' | 'good' | 'fair' | 'poor' | null
  /** 意见 */
  readonly opinion?: string | null
}

/** 项目支出绩效目标申报表 · 审核要点 */
export type TargetsSheetReviewRow = {
  /** 编号 */
  readonly itemCode?: string | null
  /** 审核内容 */
  readonly aspect?: 'completeness' | 'relevance' | 'suitability' | 'feasibility' | null
  /** 审核要点 */
  readonly point?: string | null
  /** 分值 */
  readonly weight_x100?: number | null
  /** 得分 */
  readonly score_x100?: number | null
  /** 评定 */
  readonly grade?: 'excellent' | 'good' | 'fair' | 'poor' | null
  /** 审核意见 */
  readonly opinion?: string | null
}

/** 项目支出绩效目标申报表 · 第三方评定要点 */
export type TargetsSheetThirdPartyReviewRow = {
  /** 编号 */
  readonly itemCode?: string | null
  /** 审核内容 */
  readonly aspect?: 'completeness' | 'relevance' | 'suitability' | 'feasibility' | null
  /** 审核要点 */
  readonly point?: string | null
  /** 评定 */
  readonly grade?: 'excellent' | 'good' | 'fair' | 'poor' | null
  /** 意见 */
  readonly opinion?: string | null
}

/** 项目支出绩效目标申报表 · 不公开内容 */
export type TargetsSheetWithheldRow = {
  /** 不公开的内容 */
  readonly what?: string | null
  /** 理由类别 */
  readonly basis?: 'stateSecret' | 'tradeSecret' | 'privacy' | 'other' | 'falseAlarm' | null
  /** 理由 */
  readonly reason?: string | null
}

/** 项目支出绩效目标申报表 */
export type TargetsSheetContent = {
  /** 项目属性 */
  readonly attribute?: 'new' | 'continuing' | null
  /** 项目期起 */
  readonly periodStart?: string | null
  /** 项目期止 */
  readonly periodEnd?: string | null
  /** 填报人 */
  readonly contact?: string | null
  /** 实施期资金总额 */
  readonly periodTotal_fen?: string | null
  /** 其中：实施期财政拨款 */
  readonly periodFiscal_fen?: string | null
  /** 实施期其他资金 */
  readonly periodOther_fen?: string | null
  /** 年度资金总额 */
  readonly total_fen?: string | null
  /** 其中：年度财政拨款 */
  readonly fiscal_fen?: string | null
  /** 年度其他资金 */
  readonly other_fen?: string | null
  /** 实施期目标 */
  readonly periodGoal?: string | null
  /** 年度目标 */
  readonly annualGoal?: string | null
  /** 指标责任人 */
  readonly indicatorOwner?: string | null
  /** 绩效指标 */
  readonly indicators?: readonly TargetsSheetIndicatorsRow[] | null
  /** 不设满意度指标的原因 */
  readonly noSatisfactionReason?: string | null
  /** 分季用款计划 */
  readonly quarterPlan?: readonly TargetsSheetQuarterPlanRow[] | null
  /** 初审要点 */
  readonly departmentReview?: readonly TargetsSheetDepartmentReviewRow[] | null
  /** 审核要点 */
  readonly review?: readonly TargetsSheetReviewRow[] | null
  /** 综合评定等级 */
  readonly overallGrade?: 'excellent' | 'good' | 'fair' | 'poor' | null
  /** 总体意见 */
  readonly reviewOpinion?: string | null
  /** 第三方（专家或机构） */
  readonly thirdPartyName?: string | null
  /** 第三方评定要点 */
  readonly thirdPartyReview?: readonly TargetsSheetThirdPartyReviewRow[] | null
  /** 联审意见 */
  readonly thirdPartyOpinion?: string | null
  /** 公开日期 */
  readonly disclosedOn?: string | null
  /** 公开载体 */
  readonly disclosurePlace?: string | null
  /** 公开网址 */
  readonly disclosureUrl?: string | null
  /** 公开截图 */
  readonly disclosureEvidence?: readonly string[] | null
  /** 公开的文件 */
  readonly disclosedFile?: readonly string[] | null
  /** 不公开内容 */
  readonly withheld?: readonly TargetsSheetWithheldRow[] | null
}

/** Content type by form id. */
export type FormContents = {
  readonly 'evaluation/agency-entry': EvaluationAgencyEntryContent
  readonly 'evaluation/engagement': EvaluationEngagementContent
  readonly 'evaluation/finance': EvaluationFinanceContent
  readonly 'evaluation/group-pledge': EvaluationGroupPledgeContent
  readonly 'evaluation/self': EvaluationSelfContent
  readonly 'exante/draw': ExanteDrawContent
  readonly 'exante/evaluation': ExanteEvaluationContent
  readonly 'exante/expert-entry': ExanteExpertEntryContent
  readonly 'exante/lead-note': ExanteLeadNoteContent
  readonly 'exante/rubric': ExanteRubricContent
  readonly 'exante/score-sheet': ExanteScoreSheetContent
  readonly 'monitoring/finding': MonitoringFindingContent
  readonly 'monitoring/round': MonitoringRoundContent
  readonly 'pilot/acceptance': PilotAcceptanceContent
  readonly 'pilot/adoption': PilotAdoptionContent
  readonly 'pilot/blueprint-use': PilotBlueprintUseContent
  readonly 'pilot/blueprint': PilotBlueprintContent
  readonly 'pilot/county-report': PilotCountyReportContent
  readonly 'pilot/integrated-report': PilotIntegratedReportContent
  readonly 'pilot/lead-group': PilotLeadGroupContent
  readonly 'pilot/meeting': PilotMeetingContent
  readonly 'pilot/programme': PilotProgrammeContent
  readonly 'pilot/publicity': PilotPublicityContent
  readonly 'pilot/rank-note': PilotRankNoteContent
  readonly 'pilot/selection': PilotSelectionContent
  readonly 'pilot/stage-report': PilotStageReportContent
  readonly 'pilot/supervision': PilotSupervisionContent
  readonly 'project/budget-line': ProjectBudgetLineContent
  readonly 'project/budget-round': ProjectBudgetRoundContent
  readonly 'project/entry': ProjectEntryContent
  readonly 'results/budget-decision': ResultsBudgetDecisionContent
  readonly 'results/circular': ResultsCircularContent
  readonly 'results/disclosure': ResultsDisclosureContent
  readonly 'results/exit-list': ResultsExitListContent
  readonly 'results/follow-up': ResultsFollowUpContent
  readonly 'results/notice': ResultsNoticeContent
  readonly 'results/special-report': ResultsSpecialReportContent
  readonly 'results/task-change': ResultsTaskChangeContent
  readonly 'results/task': ResultsTaskContent
  readonly 'targets/adjustment': TargetsAdjustmentContent
  readonly 'targets/department-whole': TargetsDepartmentWholeContent
  readonly 'targets/library-change': TargetsLibraryChangeContent
  readonly 'targets/policy': TargetsPolicyContent
  readonly 'targets/review-finding': TargetsReviewFindingContent
  readonly 'targets/sheet': TargetsSheetContent
}
