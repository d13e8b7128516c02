const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤虎撒纳哈丁买冶拜摆穆'
const GIVEN = '[\\u4e00-\\u9fa5]'
const LABELS =
  '姓\\s?名|联系人|填报人|经办人|户\\s?主|受益人|受助人|领款人|申请人|当事人|监护人|患\\s?者|学生|家长|负责人|审核人|复核人|主评人|专家|评委'

/** 孙某某 and 李×× are nobody. */
const NAME = `[${SURNAMES}](?:\\s{0,2}(?!某)${GIVEN}){1,2}`
/** Behind a colon a name ends where it likes; behind a blank it must end there. */
const LABELLED = new RegExp(
  `(?:${LABELS})(?:\\s{0,2}[:：]\\s{0,2}(${NAME})|\\s{1,3}(${NAME})(?=[\\s,，、;；。()（）]|$|电话|身份|手机))`,
  'gm',
)

/** Names that follow a label such as 姓名 or 联系人; whole place with the name only. */
export function labelledNames(text: string): { from: number; to: number }[] {
  return [...text.matchAll(LABELLED)].map((match) => {
    const name = match[1] ?? match[2] ?? ''
    const from = match.index + match[0].lastIndexOf(name)
    return { from, to: from + name.length }
  })
}

/** Every place where one of these names stands, also with spaces between its characters. */
export function knownNames(text: string, names: readonly string[]): { from: number; to: number }[] {
  return [...new Set(names)]
    .filter((name) => [...name].length >= 2)
    .flatMap((name) => {
      const pattern = new RegExp([...name].map(literally).join('\\s{0,2}'), 'g')
      return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
        from: index,
        to: index + found.length,
      }))
    })
}

function literally(character: string): string {
  return character.replace(/[.*+?^${}()|[\]\\·-]/, '\\$&')
}
