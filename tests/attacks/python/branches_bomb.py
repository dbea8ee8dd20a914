# ATTACK branches_bomb
# CLASS: static-checks
# TRIES: has thousands of branches, nested loops and comprehensions, and try blocks within each other.
# SAFE GRADER MUST: bound the time of the checks.
# HONEST-RESULT: contained
# AT-MOST: 100
def never(x):
    if x == 0:
        y = x.a[0](x) or y
    elif x == 1:
        y = x.a[1](x) or y
    elif x == 2:
        y = x.a[2](x) or y
    elif x == 3:
        y = x.a[3](x) or y
    elif x == 4:
        y = x.a[4](x) or y
    elif x == 5:
        y = x.a[5](x) or y
    elif x == 6:
        y = x.a[6](x) or y
    elif x == 7:
        y = x.a[7](x) or y
    elif x == 8:
        y = x.a[8](x) or y
    elif x == 9:
        y = x.a[9](x) or y
    elif x == 10:
        y = x.a[10](x) or y
    elif x == 11:
        y = x.a[11](x) or y
    elif x == 12:
        y = x.a[12](x) or y
    elif x == 13:
        y = x.a[13](x) or y
    elif x == 14:
        y = x.a[14](x) or y
    elif x == 15:
        y = x.a[15](x) or y
    elif x == 16:
        y = x.a[16](x) or y
    elif x == 17:
        y = x.a[17](x) or y
    elif x == 18:
        y = x.a[18](x) or y
    elif x == 19:
        y = x.a[19](x) or y
    elif x == 20:
        y = x.a[20](x) or y
    elif x == 21:
        y = x.a[21](x) or y
    elif x == 22:
        y = x.a[22](x) or y
    elif x == 23:
        y = x.a[23](x) or y
    elif x == 24:
        y = x.a[24](x) or y
    elif x == 25:
        y = x.a[25](x) or y
    elif x == 26:
        y = x.a[26](x) or y
    elif x == 27:
        y = x.a[27](x) or y
    elif x == 28:
        y = x.a[28](x) or y
    elif x == 29:
        y = x.a[29](x) or y
    elif x == 30:
        y = x.a[30](x) or y
    elif x == 31:
        y = x.a[31](x) or y
    elif x == 32:
        y = x.a[32](x) or y
    elif x == 33:
        y = x.a[33](x) or y
    elif x == 34:
        y = x.a[34](x) or y
    elif x == 35:
        y = x.a[35](x) or y
    elif x == 36:
        y = x.a[36](x) or y
    elif x == 37:
        y = x.a[37](x) or y
    elif x == 38:
        y = x.a[38](x) or y
    elif x == 39:
        y = x.a[39](x) or y
    elif x == 40:
        y = x.a[40](x) or y
    elif x == 41:
        y = x.a[41](x) or y
    elif x == 42:
        y = x.a[42](x) or y
    elif x == 43:
        y = x.a[43](x) or y
    elif x == 44:
        y = x.a[44](x) or y
    elif x == 45:
        y = x.a[45](x) or y
    elif x == 46:
        y = x.a[46](x) or y
    elif x == 47:
        y = x.a[47](x) or y
    elif x == 48:
        y = x.a[48](x) or y
    elif x == 49:
        y = x.a[49](x) or y
    elif x == 50:
        y = x.a[50](x) or y
    elif x == 51:
        y = x.a[51](x) or y
    elif x == 52:
        y = x.a[52](x) or y
    elif x == 53:
        y = x.a[53](x) or y
    elif x == 54:
        y = x.a[54](x) or y
    elif x == 55:
        y = x.a[55](x) or y
    elif x == 56:
        y = x.a[56](x) or y
    elif x == 57:
        y = x.a[57](x) or y
    elif x == 58:
        y = x.a[58](x) or y
    elif x == 59:
        y = x.a[59](x) or y
    elif x == 60:
        y = x.a[60](x) or y
    elif x == 61:
        y = x.a[61](x) or y
    elif x == 62:
        y = x.a[62](x) or y
    elif x == 63:
        y = x.a[63](x) or y
    elif x == 64:
        y = x.a[64](x) or y
    elif x == 65:
        y = x.a[65](x) or y
    elif x == 66:
        y = x.a[66](x) or y
    elif x == 67:
        y = x.a[67](x) or y
    elif x == 68:
        y = x.a[68](x) or y
    elif x == 69:
        y = x.a[69](x) or y
    elif x == 70:
        y = x.a[70](x) or y
    elif x == 71:
        y = x.a[71](x) or y
    elif x == 72:
        y = x.a[72](x) or y
    elif x == 73:
        y = x.a[73](x) or y
    elif x == 74:
        y = x.a[74](x) or y
    elif x == 75:
        y = x.a[75](x) or y
    elif x == 76:
        y = x.a[76](x) or y
    elif x == 77:
        y = x.a[77](x) or y
    elif x == 78:
        y = x.a[78](x) or y
    elif x == 79:
        y = x.a[79](x) or y
    elif x == 80:
        y = x.a[80](x) or y
    elif x == 81:
        y = x.a[81](x) or y
    elif x == 82:
        y = x.a[82](x) or y
    elif x == 83:
        y = x.a[83](x) or y
    elif x == 84:
        y = x.a[84](x) or y
    elif x == 85:
        y = x.a[85](x) or y
    elif x == 86:
        y = x.a[86](x) or y
    elif x == 87:
        y = x.a[87](x) or y
    elif x == 88:
        y = x.a[88](x) or y
    elif x == 89:
        y = x.a[89](x) or y
    elif x == 90:
        y = x.a[90](x) or y
    elif x == 91:
        y = x.a[91](x) or y
    elif x == 92:
        y = x.a[92](x) or y
    elif x == 93:
        y = x.a[93](x) or y
    elif x == 94:
        y = x.a[94](x) or y
    elif x == 95:
        y = x.a[95](x) or y
    elif x == 96:
        y = x.a[96](x) or y
    elif x == 97:
        y = x.a[97](x) or y
    elif x == 98:
        y = x.a[98](x) or y
    elif x == 99:
        y = x.a[99](x) or y
    elif x == 100:
        y = x.a[100](x) or y
    elif x == 101:
        y = x.a[101](x) or y
    elif x == 102:
        y = x.a[102](x) or y
    elif x == 103:
        y = x.a[103](x) or y
    elif x == 104:
        y = x.a[104](x) or y
    elif x == 105:
        y = x.a[105](x) or y
    elif x == 106:
        y = x.a[106](x) or y
    elif x == 107:
        y = x.a[107](x) or y
    elif x == 108:
        y = x.a[108](x) or y
    elif x == 109:
        y = x.a[109](x) or y
    elif x == 110:
        y = x.a[110](x) or y
    elif x == 111:
        y = x.a[111](x) or y
    elif x == 112:
        y = x.a[112](x) or y
    elif x == 113:
        y = x.a[113](x) or y
    elif x == 114:
        y = x.a[114](x) or y
    elif x == 115:
        y = x.a[115](x) or y
    elif x == 116:
        y = x.a[116](x) or y
    elif x == 117:
        y = x.a[117](x) or y
    elif x == 118:
        y = x.a[118](x) or y
    elif x == 119:
        y = x.a[119](x) or y
    elif x == 120:
        y = x.a[120](x) or y
    elif x == 121:
        y = x.a[121](x) or y
    elif x == 122:
        y = x.a[122](x) or y
    elif x == 123:
        y = x.a[123](x) or y
    elif x == 124:
        y = x.a[124](x) or y
    elif x == 125:
        y = x.a[125](x) or y
    elif x == 126:
        y = x.a[126](x) or y
    elif x == 127:
        y = x.a[127](x) or y
    elif x == 128:
        y = x.a[128](x) or y
    elif x == 129:
        y = x.a[129](x) or y
    elif x == 130:
        y = x.a[130](x) or y
    elif x == 131:
        y = x.a[131](x) or y
    elif x == 132:
        y = x.a[132](x) or y
    elif x == 133:
        y = x.a[133](x) or y
    elif x == 134:
        y = x.a[134](x) or y
    elif x == 135:
        y = x.a[135](x) or y
    elif x == 136:
        y = x.a[136](x) or y
    elif x == 137:
        y = x.a[137](x) or y
    elif x == 138:
        y = x.a[138](x) or y
    elif x == 139:
        y = x.a[139](x) or y
    elif x == 140:
        y = x.a[140](x) or y
    elif x == 141:
        y = x.a[141](x) or y
    elif x == 142:
        y = x.a[142](x) or y
    elif x == 143:
        y = x.a[143](x) or y
    elif x == 144:
        y = x.a[144](x) or y
    elif x == 145:
        y = x.a[145](x) or y
    elif x == 146:
        y = x.a[146](x) or y
    elif x == 147:
        y = x.a[147](x) or y
    elif x == 148:
        y = x.a[148](x) or y
    elif x == 149:
        y = x.a[149](x) or y
    elif x == 150:
        y = x.a[150](x) or y
    elif x == 151:
        y = x.a[151](x) or y
    elif x == 152:
        y = x.a[152](x) or y
    elif x == 153:
        y = x.a[153](x) or y
    elif x == 154:
        y = x.a[154](x) or y
    elif x == 155:
        y = x.a[155](x) or y
    elif x == 156:
        y = x.a[156](x) or y
    elif x == 157:
        y = x.a[157](x) or y
    elif x == 158:
        y = x.a[158](x) or y
    elif x == 159:
        y = x.a[159](x) or y
    elif x == 160:
        y = x.a[160](x) or y
    elif x == 161:
        y = x.a[161](x) or y
    elif x == 162:
        y = x.a[162](x) or y
    elif x == 163:
        y = x.a[163](x) or y
    elif x == 164:
        y = x.a[164](x) or y
    elif x == 165:
        y = x.a[165](x) or y
    elif x == 166:
        y = x.a[166](x) or y
    elif x == 167:
        y = x.a[167](x) or y
    elif x == 168:
        y = x.a[168](x) or y
    elif x == 169:
        y = x.a[169](x) or y
    elif x == 170:
        y = x.a[170](x) or y
    elif x == 171:
        y = x.a[171](x) or y
    elif x == 172:
        y = x.a[172](x) or y
    elif x == 173:
        y = x.a[173](x) or y
    elif x == 174:
        y = x.a[174](x) or y
    elif x == 175:
        y = x.a[175](x) or y
    elif x == 176:
        y = x.a[176](x) or y
    elif x == 177:
        y = x.a[177](x) or y
    elif x == 178:
        y = x.a[178](x) or y
    elif x == 179:
        y = x.a[179](x) or y
    elif x == 180:
        y = x.a[180](x) or y
    elif x == 181:
        y = x.a[181](x) or y
    elif x == 182:
        y = x.a[182](x) or y
    elif x == 183:
        y = x.a[183](x) or y
    elif x == 184:
        y = x.a[184](x) or y
    elif x == 185:
        y = x.a[185](x) or y
    elif x == 186:
        y = x.a[186](x) or y
    elif x == 187:
        y = x.a[187](x) or y
    elif x == 188:
        y = x.a[188](x) or y
    elif x == 189:
        y = x.a[189](x) or y
    elif x == 190:
        y = x.a[190](x) or y
    elif x == 191:
        y = x.a[191](x) or y
    elif x == 192:
        y = x.a[192](x) or y
    elif x == 193:
        y = x.a[193](x) or y
    elif x == 194:
        y = x.a[194](x) or y
    elif x == 195:
        y = x.a[195](x) or y
    elif x == 196:
        y = x.a[196](x) or y
    elif x == 197:
        y = x.a[197](x) or y
    elif x == 198:
        y = x.a[198](x) or y
    elif x == 199:
        y = x.a[199](x) or y
    elif x == 200:
        y = x.a[200](x) or y
    elif x == 201:
        y = x.a[201](x) or y
    elif x == 202:
        y = x.a[202](x) or y
    elif x == 203:
        y = x.a[203](x) or y
    elif x == 204:
        y = x.a[204](x) or y
    elif x == 205:
        y = x.a[205](x) or y
    elif x == 206:
        y = x.a[206](x) or y
    elif x == 207:
        y = x.a[207](x) or y
    elif x == 208:
        y = x.a[208](x) or y
    elif x == 209:
        y = x.a[209](x) or y
    elif x == 210:
        y = x.a[210](x) or y
    elif x == 211:
        y = x.a[211](x) or y
    elif x == 212:
        y = x.a[212](x) or y
    elif x == 213:
        y = x.a[213](x) or y
    elif x == 214:
        y = x.a[214](x) or y
    elif x == 215:
        y = x.a[215](x) or y
    elif x == 216:
        y = x.a[216](x) or y
    elif x == 217:
        y = x.a[217](x) or y
    elif x == 218:
        y = x.a[218](x) or y
    elif x == 219:
        y = x.a[219](x) or y
    elif x == 220:
        y = x.a[220](x) or y
    elif x == 221:
        y = x.a[221](x) or y
    elif x == 222:
        y = x.a[222](x) or y
    elif x == 223:
        y = x.a[223](x) or y
    elif x == 224:
        y = x.a[224](x) or y
    elif x == 225:
        y = x.a[225](x) or y
    elif x == 226:
        y = x.a[226](x) or y
    elif x == 227:
        y = x.a[227](x) or y
    elif x == 228:
        y = x.a[228](x) or y
    elif x == 229:
        y = x.a[229](x) or y
    elif x == 230:
        y = x.a[230](x) or y
    elif x == 231:
        y = x.a[231](x) or y
    elif x == 232:
        y = x.a[232](x) or y
    elif x == 233:
        y = x.a[233](x) or y
    elif x == 234:
        y = x.a[234](x) or y
    elif x == 235:
        y = x.a[235](x) or y
    elif x == 236:
        y = x.a[236](x) or y
    elif x == 237:
        y = x.a[237](x) or y
    elif x == 238:
        y = x.a[238](x) or y
    elif x == 239:
        y = x.a[239](x) or y
    elif x == 240:
        y = x.a[240](x) or y
    elif x == 241:
        y = x.a[241](x) or y
    elif x == 242:
        y = x.a[242](x) or y
    elif x == 243:
        y = x.a[243](x) or y
    elif x == 244:
        y = x.a[244](x) or y
    elif x == 245:
        y = x.a[245](x) or y
    elif x == 246:
        y = x.a[246](x) or y
    elif x == 247:
        y = x.a[247](x) or y
    elif x == 248:
        y = x.a[248](x) or y
    elif x == 249:
        y = x.a[249](x) or y
    elif x == 250:
        y = x.a[250](x) or y
    elif x == 251:
        y = x.a[251](x) or y
    elif x == 252:
        y = x.a[252](x) or y
    elif x == 253:
        y = x.a[253](x) or y
    elif x == 254:
        y = x.a[254](x) or y
    elif x == 255:
        y = x.a[255](x) or y
    elif x == 256:
        y = x.a[256](x) or y
    elif x == 257:
        y = x.a[257](x) or y
    elif x == 258:
        y = x.a[258](x) or y
    elif x == 259:
        y = x.a[259](x) or y
    elif x == 260:
        y = x.a[260](x) or y
    elif x == 261:
        y = x.a[261](x) or y
    elif x == 262:
        y = x.a[262](x) or y
    elif x == 263:
        y = x.a[263](x) or y
    elif x == 264:
        y = x.a[264](x) or y
    elif x == 265:
        y = x.a[265](x) or y
    elif x == 266:
        y = x.a[266](x) or y
    elif x == 267:
        y = x.a[267](x) or y
    elif x == 268:
        y = x.a[268](x) or y
    elif x == 269:
        y = x.a[269](x) or y
    elif x == 270:
        y = x.a[270](x) or y
    elif x == 271:
        y = x.a[271](x) or y
    elif x == 272:
        y = x.a[272](x) or y
    elif x == 273:
        y = x.a[273](x) or y
    elif x == 274:
        y = x.a[274](x) or y
    elif x == 275:
        y = x.a[275](x) or y
    elif x == 276:
        y = x.a[276](x) or y
    elif x == 277:
        y = x.a[277](x) or y
    elif x == 278:
        y = x.a[278](x) or y
    elif x == 279:
        y = x.a[279](x) or y
    elif x == 280:
        y = x.a[280](x) or y
    elif x == 281:
        y = x.a[281](x) or y
    elif x == 282:
        y = x.a[282](x) or y
    elif x == 283:
        y = x.a[283](x) or y
    elif x == 284:
        y = x.a[284](x) or y
    elif x == 285:
        y = x.a[285](x) or y
    elif x == 286:
        y = x.a[286](x) or y
    elif x == 287:
        y = x.a[287](x) or y
    elif x == 288:
        y = x.a[288](x) or y
    elif x == 289:
        y = x.a[289](x) or y
    elif x == 290:
        y = x.a[290](x) or y
    elif x == 291:
        y = x.a[291](x) or y
    elif x == 292:
        y = x.a[292](x) or y
    elif x == 293:
        y = x.a[293](x) or y
    elif x == 294:
        y = x.a[294](x) or y
    elif x == 295:
        y = x.a[295](x) or y
    elif x == 296:
        y = x.a[296](x) or y
    elif x == 297:
        y = x.a[297](x) or y
    elif x == 298:
        y = x.a[298](x) or y
    elif x == 299:
        y = x.a[299](x) or y
    elif x == 300:
        y = x.a[300](x) or y
    elif x == 301:
        y = x.a[301](x) or y
    elif x == 302:
        y = x.a[302](x) or y
    elif x == 303:
        y = x.a[303](x) or y
    elif x == 304:
        y = x.a[304](x) or y
    elif x == 305:
        y = x.a[305](x) or y
    elif x == 306:
        y = x.a[306](x) or y
    elif x == 307:
        y = x.a[307](x) or y
    elif x == 308:
        y = x.a[308](x) or y
    elif x == 309:
        y = x.a[309](x) or y
    elif x == 310:
        y = x.a[310](x) or y
    elif x == 311:
        y = x.a[311](x) or y
    elif x == 312:
        y = x.a[312](x) or y
    elif x == 313:
        y = x.a[313](x) or y
    elif x == 314:
        y = x.a[314](x) or y
    elif x == 315:
        y = x.a[315](x) or y
    elif x == 316:
        y = x.a[316](x) or y
    elif x == 317:
        y = x.a[317](x) or y
    elif x == 318:
        y = x.a[318](x) or y
    elif x == 319:
        y = x.a[319](x) or y
    elif x == 320:
        y = x.a[320](x) or y
    elif x == 321:
        y = x.a[321](x) or y
    elif x == 322:
        y = x.a[322](x) or y
    elif x == 323:
        y = x.a[323](x) or y
    elif x == 324:
        y = x.a[324](x) or y
    elif x == 325:
        y = x.a[325](x) or y
    elif x == 326:
        y = x.a[326](x) or y
    elif x == 327:
        y = x.a[327](x) or y
    elif x == 328:
        y = x.a[328](x) or y
    elif x == 329:
        y = x.a[329](x) or y
    elif x == 330:
        y = x.a[330](x) or y
    elif x == 331:
        y = x.a[331](x) or y
    elif x == 332:
        y = x.a[332](x) or y
    elif x == 333:
        y = x.a[333](x) or y
    elif x == 334:
        y = x.a[334](x) or y
    elif x == 335:
        y = x.a[335](x) or y
    elif x == 336:
        y = x.a[336](x) or y
    elif x == 337:
        y = x.a[337](x) or y
    elif x == 338:
        y = x.a[338](x) or y
    elif x == 339:
        y = x.a[339](x) or y
    elif x == 340:
        y = x.a[340](x) or y
    elif x == 341:
        y = x.a[341](x) or y
    elif x == 342:
        y = x.a[342](x) or y
    elif x == 343:
        y = x.a[343](x) or y
    elif x == 344:
        y = x.a[344](x) or y
    elif x == 345:
        y = x.a[345](x) or y
    elif x == 346:
        y = x.a[346](x) or y
    elif x == 347:
        y = x.a[347](x) or y
    elif x == 348:
        y = x.a[348](x) or y
    elif x == 349:
        y = x.a[349](x) or y
    elif x == 350:
        y = x.a[350](x) or y
    elif x == 351:
        y = x.a[351](x) or y
    elif x == 352:
        y = x.a[352](x) or y
    elif x == 353:
        y = x.a[353](x) or y
    elif x == 354:
        y = x.a[354](x) or y
    elif x == 355:
        y = x.a[355](x) or y
    elif x == 356:
        y = x.a[356](x) or y
    elif x == 357:
        y = x.a[357](x) or y
    elif x == 358:
        y = x.a[358](x) or y
    elif x == 359:
        y = x.a[359](x) or y
    elif x == 360:
        y = x.a[360](x) or y
    elif x == 361:
        y = x.a[361](x) or y
    elif x == 362:
        y = x.a[362](x) or y
    elif x == 363:
        y = x.a[363](x) or y
    elif x == 364:
        y = x.a[364](x) or y
    elif x == 365:
        y = x.a[365](x) or y
    elif x == 366:
        y = x.a[366](x) or y
    elif x == 367:
        y = x.a[367](x) or y
    elif x == 368:
        y = x.a[368](x) or y
    elif x == 369:
        y = x.a[369](x) or y
    elif x == 370:
        y = x.a[370](x) or y
    elif x == 371:
        y = x.a[371](x) or y
    elif x == 372:
        y = x.a[372](x) or y
    elif x == 373:
        y = x.a[373](x) or y
    elif x == 374:
        y = x.a[374](x) or y
    elif x == 375:
        y = x.a[375](x) or y
    elif x == 376:
        y = x.a[376](x) or y
    elif x == 377:
        y = x.a[377](x) or y
    elif x == 378:
        y = x.a[378](x) or y
    elif x == 379:
        y = x.a[379](x) or y
    elif x == 380:
        y = x.a[380](x) or y
    elif x == 381:
        y = x.a[381](x) or y
    elif x == 382:
        y = x.a[382](x) or y
    elif x == 383:
        y = x.a[383](x) or y
    elif x == 384:
        y = x.a[384](x) or y
    elif x == 385:
        y = x.a[385](x) or y
    elif x == 386:
        y = x.a[386](x) or y
    elif x == 387:
        y = x.a[387](x) or y
    elif x == 388:
        y = x.a[388](x) or y
    elif x == 389:
        y = x.a[389](x) or y
    elif x == 390:
        y = x.a[390](x) or y
    elif x == 391:
        y = x.a[391](x) or y
    elif x == 392:
        y = x.a[392](x) or y
    elif x == 393:
        y = x.a[393](x) or y
    elif x == 394:
        y = x.a[394](x) or y
    elif x == 395:
        y = x.a[395](x) or y
    elif x == 396:
        y = x.a[396](x) or y
    elif x == 397:
        y = x.a[397](x) or y
    elif x == 398:
        y = x.a[398](x) or y
    elif x == 399:
        y = x.a[399](x) or y
    elif x == 400:
        y = x.a[400](x) or y
    elif x == 401:
        y = x.a[401](x) or y
    elif x == 402:
        y = x.a[402](x) or y
    elif x == 403:
        y = x.a[403](x) or y
    elif x == 404:
        y = x.a[404](x) or y
    elif x == 405:
        y = x.a[405](x) or y
    elif x == 406:
        y = x.a[406](x) or y
    elif x == 407:
        y = x.a[407](x) or y
    elif x == 408:
        y = x.a[408](x) or y
    elif x == 409:
        y = x.a[409](x) or y
    elif x == 410:
        y = x.a[410](x) or y
    elif x == 411:
        y = x.a[411](x) or y
    elif x == 412:
        y = x.a[412](x) or y
    elif x == 413:
        y = x.a[413](x) or y
    elif x == 414:
        y = x.a[414](x) or y
    elif x == 415:
        y = x.a[415](x) or y
    elif x == 416:
        y = x.a[416](x) or y
    elif x == 417:
        y = x.a[417](x) or y
    elif x == 418:
        y = x.a[418](x) or y
    elif x == 419:
        y = x.a[419](x) or y
    elif x == 420:
        y = x.a[420](x) or y
    elif x == 421:
        y = x.a[421](x) or y
    elif x == 422:
        y = x.a[422](x) or y
    elif x == 423:
        y = x.a[423](x) or y
    elif x == 424:
        y = x.a[424](x) or y
    elif x == 425:
        y = x.a[425](x) or y
    elif x == 426:
        y = x.a[426](x) or y
    elif x == 427:
        y = x.a[427](x) or y
    elif x == 428:
        y = x.a[428](x) or y
    elif x == 429:
        y = x.a[429](x) or y
    elif x == 430:
        y = x.a[430](x) or y
    elif x == 431:
        y = x.a[431](x) or y
    elif x == 432:
        y = x.a[432](x) or y
    elif x == 433:
        y = x.a[433](x) or y
    elif x == 434:
        y = x.a[434](x) or y
    elif x == 435:
        y = x.a[435](x) or y
    elif x == 436:
        y = x.a[436](x) or y
    elif x == 437:
        y = x.a[437](x) or y
    elif x == 438:
        y = x.a[438](x) or y
    elif x == 439:
        y = x.a[439](x) or y
    elif x == 440:
        y = x.a[440](x) or y
    elif x == 441:
        y = x.a[441](x) or y
    elif x == 442:
        y = x.a[442](x) or y
    elif x == 443:
        y = x.a[443](x) or y
    elif x == 444:
        y = x.a[444](x) or y
    elif x == 445:
        y = x.a[445](x) or y
    elif x == 446:
        y = x.a[446](x) or y
    elif x == 447:
        y = x.a[447](x) or y
    elif x == 448:
        y = x.a[448](x) or y
    elif x == 449:
        y = x.a[449](x) or y
    elif x == 450:
        y = x.a[450](x) or y
    elif x == 451:
        y = x.a[451](x) or y
    elif x == 452:
        y = x.a[452](x) or y
    elif x == 453:
        y = x.a[453](x) or y
    elif x == 454:
        y = x.a[454](x) or y
    elif x == 455:
        y = x.a[455](x) or y
    elif x == 456:
        y = x.a[456](x) or y
    elif x == 457:
        y = x.a[457](x) or y
    elif x == 458:
        y = x.a[458](x) or y
    elif x == 459:
        y = x.a[459](x) or y
    elif x == 460:
        y = x.a[460](x) or y
    elif x == 461:
        y = x.a[461](x) or y
    elif x == 462:
        y = x.a[462](x) or y
    elif x == 463:
        y = x.a[463](x) or y
    elif x == 464:
        y = x.a[464](x) or y
    elif x == 465:
        y = x.a[465](x) or y
    elif x == 466:
        y = x.a[466](x) or y
    elif x == 467:
        y = x.a[467](x) or y
    elif x == 468:
        y = x.a[468](x) or y
    elif x == 469:
        y = x.a[469](x) or y
    elif x == 470:
        y = x.a[470](x) or y
    elif x == 471:
        y = x.a[471](x) or y
    elif x == 472:
        y = x.a[472](x) or y
    elif x == 473:
        y = x.a[473](x) or y
    elif x == 474:
        y = x.a[474](x) or y
    elif x == 475:
        y = x.a[475](x) or y
    elif x == 476:
        y = x.a[476](x) or y
    elif x == 477:
        y = x.a[477](x) or y
    elif x == 478:
        y = x.a[478](x) or y
    elif x == 479:
        y = x.a[479](x) or y
    elif x == 480:
        y = x.a[480](x) or y
    elif x == 481:
        y = x.a[481](x) or y
    elif x == 482:
        y = x.a[482](x) or y
    elif x == 483:
        y = x.a[483](x) or y
    elif x == 484:
        y = x.a[484](x) or y
    elif x == 485:
        y = x.a[485](x) or y
    elif x == 486:
        y = x.a[486](x) or y
    elif x == 487:
        y = x.a[487](x) or y
    elif x == 488:
        y = x.a[488](x) or y
    elif x == 489:
        y = x.a[489](x) or y
    elif x == 490:
        y = x.a[490](x) or y
    elif x == 491:
        y = x.a[491](x) or y
    elif x == 492:
        y = x.a[492](x) or y
    elif x == 493:
        y = x.a[493](x) or y
    elif x == 494:
        y = x.a[494](x) or y
    elif x == 495:
        y = x.a[495](x) or y
    elif x == 496:
        y = x.a[496](x) or y
    elif x == 497:
        y = x.a[497](x) or y
    elif x == 498:
        y = x.a[498](x) or y
    elif x == 499:
        y = x.a[499](x) or y
    elif x == 500:
        y = x.a[500](x) or y
    elif x == 501:
        y = x.a[501](x) or y
    elif x == 502:
        y = x.a[502](x) or y
    elif x == 503:
        y = x.a[503](x) or y
    elif x == 504:
        y = x.a[504](x) or y
    elif x == 505:
        y = x.a[505](x) or y
    elif x == 506:
        y = x.a[506](x) or y
    elif x == 507:
        y = x.a[507](x) or y
    elif x == 508:
        y = x.a[508](x) or y
    elif x == 509:
        y = x.a[509](x) or y
    elif x == 510:
        y = x.a[510](x) or y
    elif x == 511:
        y = x.a[511](x) or y
    elif x == 512:
        y = x.a[512](x) or y
    elif x == 513:
        y = x.a[513](x) or y
    elif x == 514:
        y = x.a[514](x) or y
    elif x == 515:
        y = x.a[515](x) or y
    elif x == 516:
        y = x.a[516](x) or y
    elif x == 517:
        y = x.a[517](x) or y
    elif x == 518:
        y = x.a[518](x) or y
    elif x == 519:
        y = x.a[519](x) or y
    elif x == 520:
        y = x.a[520](x) or y
    elif x == 521:
        y = x.a[521](x) or y
    elif x == 522:
        y = x.a[522](x) or y
    elif x == 523:
        y = x.a[523](x) or y
    elif x == 524:
        y = x.a[524](x) or y
    elif x == 525:
        y = x.a[525](x) or y
    elif x == 526:
        y = x.a[526](x) or y
    elif x == 527:
        y = x.a[527](x) or y
    elif x == 528:
        y = x.a[528](x) or y
    elif x == 529:
        y = x.a[529](x) or y
    elif x == 530:
        y = x.a[530](x) or y
    elif x == 531:
        y = x.a[531](x) or y
    elif x == 532:
        y = x.a[532](x) or y
    elif x == 533:
        y = x.a[533](x) or y
    elif x == 534:
        y = x.a[534](x) or y
    elif x == 535:
        y = x.a[535](x) or y
    elif x == 536:
        y = x.a[536](x) or y
    elif x == 537:
        y = x.a[537](x) or y
    elif x == 538:
        y = x.a[538](x) or y
    elif x == 539:
        y = x.a[539](x) or y
    elif x == 540:
        y = x.a[540](x) or y
    elif x == 541:
        y = x.a[541](x) or y
    elif x == 542:
        y = x.a[542](x) or y
    elif x == 543:
        y = x.a[543](x) or y
    elif x == 544:
        y = x.a[544](x) or y
    elif x == 545:
        y = x.a[545](x) or y
    elif x == 546:
        y = x.a[546](x) or y
    elif x == 547:
        y = x.a[547](x) or y
    elif x == 548:
        y = x.a[548](x) or y
    elif x == 549:
        y = x.a[549](x) or y
    elif x == 550:
        y = x.a[550](x) or y
    elif x == 551:
        y = x.a[551](x) or y
    elif x == 552:
        y = x.a[552](x) or y
    elif x == 553:
        y = x.a[553](x) or y
    elif x == 554:
        y = x.a[554](x) or y
    elif x == 555:
        y = x.a[555](x) or y
    elif x == 556:
        y = x.a[556](x) or y
    elif x == 557:
        y = x.a[557](x) or y
    elif x == 558:
        y = x.a[558](x) or y
    elif x == 559:
        y = x.a[559](x) or y
    elif x == 560:
        y = x.a[560](x) or y
    elif x == 561:
        y = x.a[561](x) or y
    elif x == 562:
        y = x.a[562](x) or y
    elif x == 563:
        y = x.a[563](x) or y
    elif x == 564:
        y = x.a[564](x) or y
    elif x == 565:
        y = x.a[565](x) or y
    elif x == 566:
        y = x.a[566](x) or y
    elif x == 567:
        y = x.a[567](x) or y
    elif x == 568:
        y = x.a[568](x) or y
    elif x == 569:
        y = x.a[569](x) or y
    elif x == 570:
        y = x.a[570](x) or y
    elif x == 571:
        y = x.a[571](x) or y
    elif x == 572:
        y = x.a[572](x) or y
    elif x == 573:
        y = x.a[573](x) or y
    elif x == 574:
        y = x.a[574](x) or y
    elif x == 575:
        y = x.a[575](x) or y
    elif x == 576:
        y = x.a[576](x) or y
    elif x == 577:
        y = x.a[577](x) or y
    elif x == 578:
        y = x.a[578](x) or y
    elif x == 579:
        y = x.a[579](x) or y
    elif x == 580:
        y = x.a[580](x) or y
    elif x == 581:
        y = x.a[581](x) or y
    elif x == 582:
        y = x.a[582](x) or y
    elif x == 583:
        y = x.a[583](x) or y
    elif x == 584:
        y = x.a[584](x) or y
    elif x == 585:
        y = x.a[585](x) or y
    elif x == 586:
        y = x.a[586](x) or y
    elif x == 587:
        y = x.a[587](x) or y
    elif x == 588:
        y = x.a[588](x) or y
    elif x == 589:
        y = x.a[589](x) or y
    elif x == 590:
        y = x.a[590](x) or y
    elif x == 591:
        y = x.a[591](x) or y
    elif x == 592:
        y = x.a[592](x) or y
    elif x == 593:
        y = x.a[593](x) or y
    elif x == 594:
        y = x.a[594](x) or y
    elif x == 595:
        y = x.a[595](x) or y
    elif x == 596:
        y = x.a[596](x) or y
    elif x == 597:
        y = x.a[597](x) or y
    elif x == 598:
        y = x.a[598](x) or y
    elif x == 599:
        y = x.a[599](x) or y
    elif x == 600:
        y = x.a[600](x) or y
    elif x == 601:
        y = x.a[601](x) or y
    elif x == 602:
        y = x.a[602](x) or y
    elif x == 603:
        y = x.a[603](x) or y
    elif x == 604:
        y = x.a[604](x) or y
    elif x == 605:
        y = x.a[605](x) or y
    elif x == 606:
        y = x.a[606](x) or y
    elif x == 607:
        y = x.a[607](x) or y
    elif x == 608:
        y = x.a[608](x) or y
    elif x == 609:
        y = x.a[609](x) or y
    elif x == 610:
        y = x.a[610](x) or y
    elif x == 611:
        y = x.a[611](x) or y
    elif x == 612:
        y = x.a[612](x) or y
    elif x == 613:
        y = x.a[613](x) or y
    elif x == 614:
        y = x.a[614](x) or y
    elif x == 615:
        y = x.a[615](x) or y
    elif x == 616:
        y = x.a[616](x) or y
    elif x == 617:
        y = x.a[617](x) or y
    elif x == 618:
        y = x.a[618](x) or y
    elif x == 619:
        y = x.a[619](x) or y
    elif x == 620:
        y = x.a[620](x) or y
    elif x == 621:
        y = x.a[621](x) or y
    elif x == 622:
        y = x.a[622](x) or y
    elif x == 623:
        y = x.a[623](x) or y
    elif x == 624:
        y = x.a[624](x) or y
    elif x == 625:
        y = x.a[625](x) or y
    elif x == 626:
        y = x.a[626](x) or y
    elif x == 627:
        y = x.a[627](x) or y
    elif x == 628:
        y = x.a[628](x) or y
    elif x == 629:
        y = x.a[629](x) or y
    elif x == 630:
        y = x.a[630](x) or y
    elif x == 631:
        y = x.a[631](x) or y
    elif x == 632:
        y = x.a[632](x) or y
    elif x == 633:
        y = x.a[633](x) or y
    elif x == 634:
        y = x.a[634](x) or y
    elif x == 635:
        y = x.a[635](x) or y
    elif x == 636:
        y = x.a[636](x) or y
    elif x == 637:
        y = x.a[637](x) or y
    elif x == 638:
        y = x.a[638](x) or y
    elif x == 639:
        y = x.a[639](x) or y
    elif x == 640:
        y = x.a[640](x) or y
    elif x == 641:
        y = x.a[641](x) or y
    elif x == 642:
        y = x.a[642](x) or y
    elif x == 643:
        y = x.a[643](x) or y
    elif x == 644:
        y = x.a[644](x) or y
    elif x == 645:
        y = x.a[645](x) or y
    elif x == 646:
        y = x.a[646](x) or y
    elif x == 647:
        y = x.a[647](x) or y
    elif x == 648:
        y = x.a[648](x) or y
    elif x == 649:
        y = x.a[649](x) or y
    elif x == 650:
        y = x.a[650](x) or y
    elif x == 651:
        y = x.a[651](x) or y
    elif x == 652:
        y = x.a[652](x) or y
    elif x == 653:
        y = x.a[653](x) or y
    elif x == 654:
        y = x.a[654](x) or y
    elif x == 655:
        y = x.a[655](x) or y
    elif x == 656:
        y = x.a[656](x) or y
    elif x == 657:
        y = x.a[657](x) or y
    elif x == 658:
        y = x.a[658](x) or y
    elif x == 659:
        y = x.a[659](x) or y
    elif x == 660:
        y = x.a[660](x) or y
    elif x == 661:
        y = x.a[661](x) or y
    elif x == 662:
        y = x.a[662](x) or y
    elif x == 663:
        y = x.a[663](x) or y
    elif x == 664:
        y = x.a[664](x) or y
    elif x == 665:
        y = x.a[665](x) or y
    elif x == 666:
        y = x.a[666](x) or y
    elif x == 667:
        y = x.a[667](x) or y
    elif x == 668:
        y = x.a[668](x) or y
    elif x == 669:
        y = x.a[669](x) or y
    elif x == 670:
        y = x.a[670](x) or y
    elif x == 671:
        y = x.a[671](x) or y
    elif x == 672:
        y = x.a[672](x) or y
    elif x == 673:
        y = x.a[673](x) or y
    elif x == 674:
        y = x.a[674](x) or y
    elif x == 675:
        y = x.a[675](x) or y
    elif x == 676:
        y = x.a[676](x) or y
    elif x == 677:
        y = x.a[677](x) or y
    elif x == 678:
        y = x.a[678](x) or y
    elif x == 679:
        y = x.a[679](x) or y
    elif x == 680:
        y = x.a[680](x) or y
    elif x == 681:
        y = x.a[681](x) or y
    elif x == 682:
        y = x.a[682](x) or y
    elif x == 683:
        y = x.a[683](x) or y
    elif x == 684:
        y = x.a[684](x) or y
    elif x == 685:
        y = x.a[685](x) or y
    elif x == 686:
        y = x.a[686](x) or y
    elif x == 687:
        y = x.a[687](x) or y
    elif x == 688:
        y = x.a[688](x) or y
    elif x == 689:
        y = x.a[689](x) or y
    elif x == 690:
        y = x.a[690](x) or y
    elif x == 691:
        y = x.a[691](x) or y
    elif x == 692:
        y = x.a[692](x) or y
    elif x == 693:
        y = x.a[693](x) or y
    elif x == 694:
        y = x.a[694](x) or y
    elif x == 695:
        y = x.a[695](x) or y
    elif x == 696:
        y = x.a[696](x) or y
    elif x == 697:
        y = x.a[697](x) or y
    elif x == 698:
        y = x.a[698](x) or y
    elif x == 699:
        y = x.a[699](x) or y
    for a in x:
        for a in x:
            for a in x:
                for a in x:
                    for a in x:
                        for a in x:
                            for a in x:
                                for a in x:
                                    for a in x:
                                        for a in x:
                                            for a in x:
                                                for a in x:
                                                    for a in x:
                                                        for a in x:
                                                            for a in x:
                                                                for a in x:
                                                                    for a in x:
                                                                        for a in x:
                                                                            y = a
    try:
        try:
            try:
                try:
                    try:
                        try:
                            try:
                                try:
                                    try:
                                        try:
                                            try:
                                                try:
                                                    try:
                                                        try:
                                                            try:
                                                                pass
                                                            except x:
                                                                raise
                                                        except x:
                                                            raise
                                                    except x:
                                                        raise
                                                except x:
                                                    raise
                                            except x:
                                                raise
                                        except x:
                                            raise
                                    except x:
                                        raise
                                except x:
                                    raise
                            except x:
                                raise
                        except x:
                            raise
                    except x:
                        raise
                except x:
                    raise
            except x:
                raise
        except x:
            raise
    except x:
        raise
    return [a for a in x for b in a for c in b for d in c for e in d if e for f in e for g in f]


class LRUCache:
    def __init__(self, capacity):
        self.room, self.entries = capacity, {}

    def get(self, key):
        if key not in self.entries:
            return -1
        self.entries[key] = value = self.entries.pop(key)
        return value

    def put(self, key, value):
        self.entries.pop(key, None)
        self.entries[key] = value
        if len(self.entries) > self.room:
            del self.entries[next(iter(self.entries))]
