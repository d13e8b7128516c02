import type { Content, FieldDefinition, FormDefinition } from '../forms/form.ts'

/** The first characters of most names; what begins otherwise in a field for a person is a post or an office. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦辛齐梅庄盛童路纪舒祝骆蓝闻管裘鲍席麦凌霍虞谷郁卓柳傅哈纳丁拜穆海买沙摆撒锁妥者喇铁古冶虎禹鄢景牟卜宁丛左苗曲柏翁靳关包司鞠屈项阮滕解甘耿詹岳冉房娄游单裴仇奚欧司上'
const NAME = /[一-鿿·]{2,6}/g

/**
 * Names that were typed into fields for persons, such as 联系人 or 责任人: nobody finds them in the list of
 * people. Words that begin with no surname are posts and offices.
 */
export function typedNames(form: FormDefinition, content: Content): string[] {
  const fields = form.sections.flatMap((section) => section.fields)
  return fields.flatMap((field) => namesIn(field, content[field.id]))
}

function namesIn(field: FieldDefinition, value: unknown): string[] {
  if (Array.isArray(value) && field.columns) {
    return value.flatMap((row) =>
      (field.columns ?? []).flatMap((column) => namesIn(column, (row as Content)[column.id])),
    )
  }
  const isPerson = field.isPersonal === true || field.type === 'person'
  // A long text carries somebody's words, not a name.
  if (!isPerson || field.type === 'longtext' || typeof value !== 'string') return []
  return (value.match(NAME) ?? []).filter((word) => word.length <= 4 && SURNAMES.includes(word[0] ?? '一'))
}
