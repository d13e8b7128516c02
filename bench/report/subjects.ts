type Problem = readonly [fact: string, cause: string, advice: string]

/** Ten made-up projects of ten counties; every report is about another kind of work. */
export type Subject = {
  readonly county: string
  readonly name: string
  readonly unit: string
  readonly department: string
  readonly agency: string
  readonly year: number
  readonly thing: string
  readonly measure: string
  readonly planned: number
  readonly done: number
  readonly budget: number
  readonly received: number
  readonly spent: number
  readonly people: string
  readonly benefit: string
  readonly problem: readonly [Problem, Problem]
}

export const SUBJECTS: readonly Subject[] = [
  {
    county: '青禾县',
    name: '青禾县高标准农田建设项目',
    unit: '青禾县农田水利服务中心',
    department: '青禾县农业农村局',
    agency: '示例绩效咨询有限公司',
    year: 2023,
    thing: '高标准农田',
    measure: '亩',
    planned: 12000,
    done: 11400,
    budget: 1800,
    received: 1620,
    spent: 1539,
    people: '种植户',
    benefit: '亩均增产42公斤，节水率18%',
    problem: [
      [
        '东渠片区600亩未在2023年内完工',
        '征地补偿协商用时4个月',
        '农田水利服务中心应在2024年4月底前完成东渠片区600亩田块平整，并按月报送进度',
      ],
      [
        '2号泵站控制柜验收资料缺少检测报告',
        '监理单位未按合同第12条提交',
        '由监理单位补交2号泵站检测报告，逾期按合同扣减监理费3%',
      ],
    ],
  },
  {
    county: '白杨县',
    name: '白杨县农村公路养护工程',
    unit: '白杨县公路段',
    department: '白杨县交通运输局',
    agency: '明衡会计师事务所',
    year: 2022,
    thing: '农村公路养护',
    measure: '公里',
    planned: 240,
    done: 231,
    budget: 960,
    received: 960,
    spent: 902.4,
    people: '沿线群众',
    benefit: '路面优良率由71%升至83%',
    problem: [
      [
        '西线9公里路段未实施罩面',
        '招标流标两次，重新招标延至10月',
        '公路段应将招标计划提前至每年3月，并准备备选施工单位名单',
      ],
      [
        '3个乡镇养护台账缺少日常巡查记录',
        '养护员培训只开展1次',
        '县交通运输局每季度抽查乡镇巡查记录，抽查比例不低于20%',
      ],
    ],
  },
  {
    county: '云岭区',
    name: '云岭区义务教育营养改善计划',
    unit: '云岭区学生资助中心',
    department: '云岭区教育局',
    agency: '华正绩效评价中心',
    year: 2023,
    thing: '营养餐供应',
    measure: '人',
    planned: 8600,
    done: 8557,
    budget: 1376,
    received: 1376,
    spent: 1348.48,
    people: '学生和家长',
    benefit: '学生贫血率由5.2%降至3.9%',
    problem: [
      [
        '11所学校食材留样记录不连续',
        '留样冰箱不足',
        '学生资助中心为11所学校各配1台留样冰箱，并在新学期前完成',
      ],
      [
        '第三季度有43名转学生未及时纳入',
        '学籍信息按季度同步',
        '将学籍信息同步改为按月，次月10日前完成名单更新',
      ],
    ],
  },
  {
    county: '沙泉县',
    name: '沙泉县防沙治沙示范项目',
    unit: '沙泉县林草工作站',
    department: '沙泉县自然资源局',
    agency: '绿洲工程咨询公司',
    year: 2021,
    thing: '草方格固沙',
    measure: '亩',
    planned: 20000,
    done: 19300,
    budget: 2400,
    received: 2160,
    spent: 2073.6,
    people: '周边农牧民',
    benefit: '示范区植被盖度提高9个百分点',
    problem: [
      [
        '北部700亩草方格被风蚀后没有补扎',
        '管护合同只签到10月',
        '林草工作站应把管护合同延长至次年5月，按亩核付管护费',
      ],
      ['苗木成活率抽查为81.5%，低于85%的要求', '秋季灌水少1次', '按作业设计补灌2次，并于次年6月复查成活率'],
    ],
  },
  {
    county: '河湾县',
    name: '河湾县社区养老服务站运营补贴',
    unit: '河湾县养老服务指导中心',
    department: '河湾县民政局',
    agency: '安和社会评估所',
    year: 2023,
    thing: '养老服务站运营',
    measure: '个',
    planned: 36,
    done: 34,
    budget: 540,
    received: 486,
    spent: 466.56,
    people: '老年人',
    benefit: '月均助餐服务2.1万人次',
    problem: [
      ['2个站点全年开放不足200天', '运营方更换', '民政局应在合同中约定更换运营方的交接期不超过15天'],
      [
        '助餐补贴按站点平均分配，没有与服务人次挂钩',
        '补贴办法未修订',
        '修订补贴办法，把不少于50%的补贴与助餐人次挂钩',
      ],
    ],
  },
  {
    county: '石桥区',
    name: '石桥区老旧小区改造配套工程',
    unit: '石桥区住房保障中心',
    department: '石桥区住房和城乡建设局',
    agency: '中诚造价评价公司',
    year: 2022,
    thing: '老旧小区改造',
    measure: '户',
    planned: 3200,
    done: 3072,
    budget: 4800,
    received: 4320,
    spent: 4147.2,
    people: '小区居民',
    benefit: '居民投诉量下降37%',
    problem: [
      [
        '128户外墙保温未完成',
        '冬季停工早于计划20天',
        '住房保障中心应在2023年5月底前完成128户外墙保温并组织验收',
      ],
      [
        '4个小区电梯加装没有公开费用分摊方案',
        '业主会议记录不完整',
        '由街道在小区公告栏公开4个小区的分摊方案，公示期不少于7天',
      ],
    ],
  },
  {
    county: '枣园县',
    name: '枣园县枸杞产业提质增效项目',
    unit: '枣园县枸杞产业发展中心',
    department: '枣园县林业和草原局',
    agency: '西部产业研究院',
    year: 2023,
    thing: '枸杞绿色防控',
    measure: '亩',
    planned: 15000,
    done: 14550,
    budget: 750,
    received: 750,
    spent: 697.5,
    people: '枸杞种植户',
    benefit: '优质果率提高6.5个百分点',
    problem: [
      [
        '450亩防控示范田没有安装虫情监测设备',
        '设备到货晚于采收期',
        '产业发展中心应在采购合同中约定4月底前到货，逾期按日扣0.1%货款',
      ],
      [
        '品牌推广经费中有12万元用于一般办公',
        '科目审核把关不严',
        '由财务室收回12万元，并在每季度末核对专项科目',
      ],
    ],
  },
  {
    county: '雁湖县',
    name: '雁湖县农村饮水安全巩固提升工程',
    unit: '雁湖县供水管理站',
    department: '雁湖县水务局',
    agency: '正源管理咨询公司',
    year: 2022,
    thing: '供水管网更新',
    measure: '公里',
    planned: 85,
    done: 80.75,
    budget: 1275,
    received: 1147.5,
    spent: 1101.6,
    people: '用水户',
    benefit: '管网漏损率由19%降至13%',
    problem: [
      [
        '南片4.25公里管道未更换',
        '穿越铁路手续办理了7个月',
        '供水管理站应在设计阶段同步办理穿越手续，并在报告中列明节点',
      ],
      ['水质检测全年缺2次', '检测机构合同空档', '把检测合同改为两年一签，保证每月1次检测不间断'],
    ],
  },
  {
    county: '梧桐区',
    name: '梧桐区基层医疗设备购置项目',
    unit: '梧桐区基层卫生服务中心',
    department: '梧桐区卫生健康局',
    agency: '康评卫生评估中心',
    year: 2023,
    thing: '医疗设备配置',
    measure: '台',
    planned: 120,
    done: 117,
    budget: 1440,
    received: 1440,
    spent: 1368,
    people: '就诊患者',
    benefit: '基层检查量增长22%',
    problem: [
      [
        '3台彩超到货后因场地问题没有安装',
        '机房改造晚于采购',
        '卫生服务中心应先完成机房改造再下采购单，2024年3月底前装完3台彩超',
      ],
      ['7台设备年使用少于50次', '没有按需求调查配置', '把7台低使用设备调配给需求较大的2个卫生院'],
    ],
  },
  {
    county: '龙泉县',
    name: '龙泉县职业技能培训补贴',
    unit: '龙泉县就业服务中心',
    department: '龙泉县人力资源和社会保障局',
    agency: '众信第三方评价机构',
    year: 2021,
    thing: '职业技能培训',
    measure: '人次',
    planned: 4000,
    done: 3800,
    budget: 600,
    received: 540,
    spent: 513,
    people: '参训人员',
    benefit: '参训人员就业率达到63%',
    problem: [
      [
        '两家培训机构的签到表有31人次笔迹相同',
        '现场抽查只覆盖30%班次',
        '就业服务中心应对每个班次至少抽查1次，并启用人脸签到',
      ],
      [
        '电商班结业后6个月就业率为41%',
        '课程与岗位需求不匹配',
        '开班前完成岗位需求调查，就业率低于50%的课程次年不再补贴',
      ],
    ],
  },
]
