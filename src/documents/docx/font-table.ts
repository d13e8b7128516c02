/**
 * The font table of the file: for each named face the one a machine without it should take.
 * Windows has 仿宋 and 楷体 where the _GB2312 faces are missing; 小标宋 falls back to 宋体.
 */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
  方正小标宋简体: '华文中宋',
  宋体: 'SimSun',
}

export function fontTableXml(): string {
  const fonts = Object.entries(SUBSTITUTES).map(
    ([name, substitute]) =>
      `<w:font w:name="${name}"><w:altName w:val="${substitute}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    ...fonts,
    '</w:fonts>',
  ].join('')
}
